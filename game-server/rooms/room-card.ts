import type { RoomCard } from "#shared/room-list.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { listedRoom } from "../matchmaking/room-list.ts";
import type { RoomMetadata } from "./room-metadata.ts";

/** People that a card names; of a crowd the rest is a number. */
const MAX_PEOPLE = 16;

/** A room as its join card shows it. `refuses`: why a stranger who knows the password may not join, if so. */
export function cardOf(
  code: string,
  about: RoomMetadata,
  state: ArenaState,
  refuses: string | undefined,
): RoomCard {
  const people = [...state.seats.values()].filter((seat) => !seat.bot).slice(0, MAX_PEOPLE);
  return {
    ...listedRoom(code, about),
    private: state.private,
    full: about.players >= about.maxPlayers,
    refuses: refuses ?? null,
    people: people.map(({ name, look }) => ({ name, look })),
  };
}
