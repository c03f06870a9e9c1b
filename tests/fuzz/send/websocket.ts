import { once } from "node:events";
import { WebSocket } from "ws";
import { type Destination, PATIENCE_MS, parseMessage, tokenIn, type Wire, within } from "./wire.ts";

/** Connects to a seat over WebSocket and waits for the server's first word. */
export async function overWebSocket(to: Destination): Promise<Wire> {
  const token = to.reconnectionToken === undefined ? "" : `&reconnectionToken=${to.reconnectionToken}`;
  const address = `ws://127.0.0.1:${to.port}/${to.processId}/${to.room}?sessionId=${to.sessionId}${token}`;
  const socket = new WebSocket(address, { headers: { "X-Forwarded-For": to.from } });
  let first: string | undefined;
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  // It is told of the end by `close`, which follows.
  socket.on("error", () => {});
  const spoken = new Promise<void>((resolve) => {
    socket.once("message", (bytes: Buffer) => {
      first = tokenIn(bytes);
      resolve();
    });
  });
  await within(PATIENCE_MS, Promise.race([spoken, closed]));
  return {
    get token() {
      return first;
    },
    send(message) {
      if (socket.readyState === WebSocket.OPEN) socket.send(parseMessage(message).bytes);
    },
    async settle() {
      if (socket.readyState !== WebSocket.OPEN) return;
      // Answered in its turn, after everything before it has been handed to the room.
      const answered = once(socket, "pong");
      socket.ping();
      await within(PATIENCE_MS, Promise.race([answered, closed]));
    },
    break: () => socket.terminate(),
  };
}
