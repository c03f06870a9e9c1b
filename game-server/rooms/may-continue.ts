import { localRoom } from "#colyseus/server/local-room.ts";
import { ArenaRoom } from "./arena-room.ts";

/** Whether somebody may come back to a room of this process with the state that their page has. */
export function mayContinue(code: string, sessionId: string): boolean {
  const room = localRoom(code);
  return !(room instanceof ArenaRoom) || room.mayContinue(sessionId);
}
