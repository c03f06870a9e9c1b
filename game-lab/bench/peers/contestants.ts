import { join } from "node:path";
import { floorRound, gameRound, type Load, type Round, roundOf } from "../floor/rounds.ts";

/** Seats of a small room, of which there are as many as it takes for the same crowd. */
const SMALL = 8;

/** What one window measured, and for how many. */
export interface Window extends Round {
  readonly clients: number;
}

export interface Contestant {
  measure(load: Load): Promise<Window>;
}

/** Whoever is compared, in the order in which they take their turn. A new one is a line here. */
export const CONTESTANTS = {
  /** The game as it ships: one room, everybody told of what is near. */
  stampede: one((load) => gameRound(load, "near")),
  /** The same room with everybody told of everybody. */
  everybody: one((load) => gameRound(load, "all")),
  /** Small rooms for the same crowd. */
  brawls: inSmallRooms(one((load) => gameRound(load, "near"))),
  /** A plain room of Colyseus with the same fields and rates. */
  plain: one((load) =>
    roundOf(
      load,
      join(import.meta.dirname, "plain-server.ts"),
      join(import.meta.dirname, "plain-clients.ts"),
    ),
  ),
  /** Hand-packed entities over bare ws. */
  floor: one(floorRound),
} as const satisfies Readonly<Record<string, Contestant>>;

export type ContestantName = keyof typeof CONTESTANTS;

export function isContestant(name: string): name is ContestantName {
  return Object.hasOwn(CONTESTANTS, name);
}

function one(round: (load: Load) => Promise<Round>): Contestant {
  return { measure: async (load) => ({ ...(await round(load)), clients: load.clients }) };
}

/** Nearly the same crowd in whole small rooms, and counted as what it is. */
export function inSmallRooms({ measure }: Contestant): Contestant {
  return {
    measure: (load) =>
      measure({ ...load, clients: Math.max(1, Math.floor(load.clients / SMALL)) * SMALL, players: SMALL }),
  };
}
