import { join } from "node:path";
import { floorRound, gameRound, type Load, type Round, roundOf } from "../floor/rounds.ts";

/** Seats of a small room, of which there are as many as it takes for the same crowd. */
const SMALL = 8;

/** What one window measured, and for how many. */
export interface Window extends Round {
  readonly clients: number;
}

interface Contestant {
  readonly words: string;
  measure(load: Load): Promise<Window>;
}

/** Whoever is compared, in the order in which they take their turn. A new one is a line here. */
export const CONTESTANTS = {
  stampede: one("the game as it ships: one room, everybody told of what is near", (load) =>
    gameRound(load, "near"),
  ),
  everybody: one("the same room with everybody told of everybody", (load) => gameRound(load, "all")),
  brawls: one(`rooms of ${SMALL}`, (load) => gameRound({ ...load, ...inSmallRooms(load) }, "near")),
  plain: one("a plain room of Colyseus with the same fields and rates", (load) =>
    roundOf(
      load,
      join(import.meta.dirname, "plain-server.ts"),
      join(import.meta.dirname, "plain-clients.ts"),
    ),
  ),
  floor: one("hand-packed entities over bare ws", floorRound),
} as const satisfies Readonly<Record<string, Contestant>>;

export type ContestantName = keyof typeof CONTESTANTS;

export function isContestant(name: string): name is ContestantName {
  return Object.hasOwn(CONTESTANTS, name);
}

function one(words: string, round: (load: Load) => Promise<Round>): Contestant {
  return { words, measure: async (load) => ({ ...(await round(load)), clients: load.clients }) };
}

/** Nearly the same crowd in whole rooms. */
function inSmallRooms({ clients }: Load): Pick<Load, "clients" | "players"> {
  return { clients: Math.max(1, Math.floor(clients / SMALL)) * SMALL, players: SMALL };
}
