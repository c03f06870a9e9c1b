import { type IRoomCache, matchMaker } from "@colyseus/core";
import { ROOM } from "#shared/messages.ts";
import type { ListedRoom, RoomCard } from "#shared/room-list.ts";
import type { ArenaRoom } from "../rooms/arena-room.ts";
import type { RoomMetadata } from "../rooms/room-metadata.ts";

/** A room as it stands in the list. */
export function listedRoom(code: string, about: RoomMetadata): ListedRoom {
  const { name, named, host, arena, mode, players, spectators, bots, maxPlayers, phase, locked } = about;
  return { code, name, named, host, arena, mode, players, spectators, bots, maxPlayers, phase, locked };
}

/** The public rooms of this server, fullest first. */
export async function listRooms(): Promise<ListedRoom[]> {
  const rooms: IRoomCache<RoomMetadata>[] = await matchMaker.query({ name: ROOM, private: false });
  return rooms
    .flatMap(({ roomId, metadata }) => (metadata?.listed ? listedRoom(roomId, metadata) : []))
    .sort((a, b) => b.players - a.players || a.code.localeCompare(b.code));
}

/** What is known of the room of a code, private ones included; undefined when there is none. */
export async function findRoom(code: string): Promise<RoomMetadata | undefined> {
  const [room]: IRoomCache<RoomMetadata>[] = await matchMaker.query({ name: ROOM, roomId: code });
  return room?.metadata;
}

/** Id of the process that has the room of a code; undefined when none has. */
export async function processOf(code: string): Promise<string | undefined> {
  return (await matchMaker.driver.findByIds([code])).get(code)?.processId;
}

/** The room of a code as whoever has it may see it; undefined when there is none. */
export async function lookAt(code: string): Promise<RoomCard | undefined> {
  if ((await findRoom(code)) === undefined) return undefined;
  return matchMaker.remoteRoomCall<ArenaRoom, "card">(code, "card").catch(async (error) => {
    // It may have closed at this moment.
    if ((await findRoom(code)) === undefined) return undefined;
    throw error;
  });
}
