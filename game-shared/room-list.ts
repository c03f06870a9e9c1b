import type { MatchPhase } from "./simulation/types.ts";

/** A public room as `GET /api/rooms` lists it. */
export interface ListedRoom {
  code: string;
  /** Name of the arena. */
  arena: string;
  /** Id of the mode. */
  mode: string;
  /** People in it, without the bots. */
  players: number;
  bots: number;
  maxPlayers: number;
  phase: MatchPhase;
  /** It has a password. */
  locked: boolean;
}
