import { matchMaker, type Room } from "@colyseus/core";
import { isCode } from "#shared/room-code.ts";

/**
 * The room of this process with this code, or undefined. Colyseus looks ids up in a plain object, where `__proto__` and
 * `constructor` are found too: whatever is not a code is never looked up.
 */
export function localRoom(id: string): Room | undefined {
  return isCode(id) ? matchMaker.getLocalRoomById(id) : undefined;
}
