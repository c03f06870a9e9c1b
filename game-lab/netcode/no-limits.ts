import { Budget } from "#server/matchmaking/budget.ts";

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
    reservations: { taken() {} },
    processRooms: { opened() {}, closed() {} },
    maxIdleMinutes: 1440,
  };
}
