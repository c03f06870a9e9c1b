import { matchMaker } from "@colyseus/core";
import { ROOM } from "#shared/messages.ts";
import type { RoomMetadata } from "../rooms/room-metadata.ts";
import type { RoomCensus } from "./metrics.ts";

/** Counts the rooms of this process and who sits in them, private ones included. */
export async function takeCensus(): Promise<RoomCensus> {
  const census: RoomCensus = { rooms: 0, people: 0, bots: 0 };
  for (const room of await matchMaker.query({ name: ROOM, processId: matchMaker.processId })) {
    const about: Partial<RoomMetadata> = room.metadata ?? {};
    census.rooms += 1;
    census.people += about.players === undefined ? room.clients : about.players + (about.spectators ?? 0);
    census.bots += about.bots ?? 0;
  }
  return census;
}
