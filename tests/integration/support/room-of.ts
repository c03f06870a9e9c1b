import { localRoom } from "#colyseus/server/local-room.ts";
import { ArenaRoom } from "#server/rooms/arena-room.ts";
import type { TestPlayer } from "../../support/game.ts";

/** The room of a player, as the server has it. */
export function roomOf(player: TestPlayer): ArenaRoom {
  const room = localRoom(player.room.roomId);
  if (!(room instanceof ArenaRoom)) throw new Error("There is no such room.");
  return room;
}
