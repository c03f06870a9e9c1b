import type { Arena, MarkKind } from "../../arena/arena.ts";
import type { GameEvent, Player, World } from "../types.ts";

/** What a player has to show for in a match. */
export interface Tally {
  readonly knockouts: number;
  readonly falls: number;
  /** Points by the mode's own rules, besides knock-outs and falls; never less than 0. */
  readonly points: number;
  /** Lives left; 0 means out until the next match, `ENDLESS` that nobody runs out of them. */
  readonly lives: number;
}

/** Puts somebody on a spawn, as at the start of a match. */
export type PlaceAtSpawn = (world: World, player: Player) => void;

/** Lives in a mode that does not count them. */
export const ENDLESS = 255;

/**
 * The rules of winning, and what else a mode does in its own way: the hooks that it leaves out do what every mode does. All of
 * it is deterministic, like the rest of the rules.
 */
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
  /** Steps that a room makes at one go where that costs no delay, see `stepsTogether`; 1 when absent. */
  readonly stepsTogether?: number;
  /** Number of teams; everybody for themselves when absent. Newcomers join the smallest one. */
  readonly teams?: number;
  /** Lives (1..254) of each player in a match; nobody runs out of them when absent. */
  readonly lives?: number;
  /** Kinds of marks that an arena needs at least one of each of, for the mode to be played on it. */
  readonly needs?: readonly MarkKind[];
  /** Whether the last part of a match helps whoever is behind, as `comeback.ts` says; it does when absent. */
  readonly comeback?: boolean;
  /** Goals of a team that win a match before its time, where goals count; from match point on `comeback.ts` helps whoever is behind. */
  readonly goalsToWin?: number;
  /** A match is about to begin, with scores at zero and everybody on a spawn. */
  setup?(world: World): void;
  /** The end of each step of a match, when everything else in it has happened. */
  tick?(world: World, emit: (event: GameEvent) => void, placeAtSpawn: PlaceAtSpawn): void;
  /**
   * Whether somebody who comes while a match is played gets a character at once; asked in each step while somebody waits.
   * Until then they watch. Everybody does when absent, and everybody plays when the next match begins.
   */
  admits?(world: World): boolean;
  /** Whether a push or a dash of somebody does anything to somebody else. Mates are moved when absent, and no more than that. */
  mayHit?(world: World, attacker: Player, victim: Player): boolean;
  /** The spawns of which somebody gets one; all of the arena when absent. At least one. */
  spawnsFor?(world: World, player: Player): Arena["spawns"];
  /** Whether the match is decided before its time. */
  isDecided?(world: World): boolean;
  /** Ids of those who have won, when a match ends; whoever is first in the order when absent. */
  result?(world: World): string[];
  /** Somebody fell during the match; `killer` pushed them, if anybody did. Counts what is to be counted. */
  fell(world: World, player: Player, killer: Player | undefined, emit: (event: GameEvent) => void): void;
  /** Points in the score table. */
  score(tally: Tally): number;
  /** Order of the score table, best first. */
  compare(a: Tally, b: Tally): number;
}
