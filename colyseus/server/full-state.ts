import { type Client, ClientState, type Room } from "@colyseus/core";

/** Sends the whole state to a client that is in. Returns whether it is. */
export function sendFullState(room: Room, client: Client): boolean {
  if (client.state !== ClientState.JOINED) return false;
  // biome-ignore lint/complexity/useLiteralKeys: it is private, and Colyseus has no public way to a full state
  room["sendFullState"](client);
  return true;
}
