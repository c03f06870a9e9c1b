import type { Room } from "@colyseus/sdk";
import { ServerMessage } from "#shared/messages.ts";

/**
 * Takes what the server tells from the first moment on. What comes in one batch with the answer that one is in comes before
 * anybody can listen, and the SDK would complain about each of it; nobody misses it.
 */
export function hearEarly<T>(room: Room<unknown, T>): Room<unknown, T> {
  for (const type of Object.values(ServerMessage)) room.onMessage(type, () => {});
  return room;
}
