import { matchMaker, type Room } from "@colyseus/core";

/**
 * The room of this process with this id, or undefined. Colyseus looks ids up in a plain object, where `__proto__` and
 * `constructor` are found too: those are never looked up.
 */
export function localRoom(id: string): Room | undefined {
  return id in Object.prototype ? undefined : matchMaker.getLocalRoomById(id);
}
