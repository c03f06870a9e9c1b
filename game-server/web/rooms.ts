import { matchMaker } from "@colyseus/core";
import { ROOM } from "#shared/messages.ts";
import type { ListedRoom } from "#shared/room-list.ts";
import type { RoomMetadata } from "../rooms/room-metadata.ts";

/** The public rooms of this server, fullest first. */
export async function listRooms(): Promise<ListedRoom[]> {
  const rooms = await matchMaker.query({ name: ROOM, private: false });
  return rooms
    .map((room): ListedRoom => {
      const about: Partial<RoomMetadata> = room.metadata ?? {};
      return {
        code: room.roomId,
        arena: about.arena ?? "",
        mode: about.mode ?? "brawl",
        players: about.players ?? room.clients,
        bots: about.bots ?? 0,
        maxPlayers: room.maxClients,
        phase: about.phase ?? "playing",
        locked: about.locked ?? false,
      };
    })
    .sort((a, b) => b.players - a.players || a.code.localeCompare(b.code));
}
