import type { Client, ClientPrivate } from "@colyseus/core";

/** Where Colyseus keeps the inputs of a connection until a step takes them. */
export type InputBuffer = NonNullable<ClientPrivate["_inputBuffer"]>;

/**
 * The buffer for the inputs of a client.
 * @throws Error when its room takes no inputs.
 */
export function inputBufferOf(client: Client): InputBuffer {
  if (!isPrivate(client) || client._inputBuffer === undefined) {
    throw new Error("This room takes no inputs: it has to call defineInput with a buffer.");
  }
  return client._inputBuffer;
}

/** Calls back with each frame of inputs of a client, for as long as it is in. */
export function onInputFrame(client: Client, receive: (frame: Uint8Array) => void): void {
  client.ref.on("input", receive);
}

function isPrivate(client: Client): client is Client & ClientPrivate {
  return "ref" in client;
}
