import type { ProcessRoom } from "../cluster/cluster.ts";
import type { RoomMetadata } from "../rooms/room-metadata.ts";
import type { RoomCensus } from "./metrics.ts";

/** Counts rooms and who sits in them, private ones included. */
export function takeCensus(rooms: Iterable<ProcessRoom>): RoomCensus {
  const census: RoomCensus = { rooms: 0, people: 0, bots: 0 };
  for (const room of rooms) {
    const about: Partial<RoomMetadata> = room.metadata ?? {};
    census.rooms += 1;
    census.people +=
      about.players === undefined ? room.clients.length : about.players + (about.spectators ?? 0);
    census.bots += about.bots ?? 0;
  }
  return census;
}
