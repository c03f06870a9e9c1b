import type { Player, World } from "../types.ts";

/** What a player has to show for in a match. */
export interface Tally {
  readonly knockouts: number;
  readonly falls: number;
}

/** The rules of winning. Everything else is the same in every mode. */
export interface Mode {
  /** How rooms and options name it. */
  readonly id: string;
  /** Name shown to people. */
  readonly name: string;
  /** Length of a match (s) when the host does not choose one. */
  readonly timeLimit: number;
  /** Most players in a room. */
  readonly maxPlayers: number;
  /** Players, bots included, that a room is filled up to when the host does not say. */
  readonly fillTo: number;
  /** Somebody fell during the match; `killer` pushed them, if anybody did. Counts what is to be counted. */
  fell(world: World, player: Player, killer: Player | undefined): void;
  /** Points in the score table. */
  score(tally: Tally): number;
  /** Order of the score table, best first. */
  compare(a: Tally, b: Tally): number;
}
