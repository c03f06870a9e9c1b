import { Budget } from "#server/matchmaking/budget.ts";
import { Reservations } from "#server/matchmaking/reservations.ts";

const MANY = 1_000_000;

/** The limits of a room that is in nobody's way. */
export function noLimits() {
  return {
    budget: new Budget({
      maxRooms: MANY,
      maxRoomsPerAddress: MANY,
      maxCharacters: MANY,
      maxCharactersPerAddress: MANY,
      maxCharactersPerRoom: MANY,
    }),
    reservations: new Reservations(MANY, () => 0),
    maxIdleMinutes: 1440,
  };
}
