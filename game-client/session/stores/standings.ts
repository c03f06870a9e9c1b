import { type Signal, signal } from "@preact/signals-core";
import type { Look } from "#shared/look.ts";
import type { ResultsMessage } from "#shared/messages.ts";

/** A line of the score table. */
export interface ScoreRow {
  /** Place in the order of the mode, from 1; equals share one. */
  rank: number;
  id: string;
  name: string;
  look: Look;
  bot: boolean;
  self: boolean;
  /** Number of the team, from 0; `NO_TEAM` where everybody plays for themselves. */
  team: number;
  host: boolean;
  connected: boolean;
  /** A bot plays for them, because they do nothing. */
  away: boolean;
  score: number;
  knockouts: number;
  falls: number;
  /** Points by the mode's own rules. */
  points: number;
  /** Lives left: 0 for out, `ENDLESS` where they do not count. */
  lives: number;
}

/** Somebody who has won a match. */
export interface Winner {
  readonly id: string;
  /** Empty when they had left before this page heard of them. */
  readonly name: string;
  readonly self: boolean;
  /** Number of the team, from 0; `NO_TEAM` where everybody plays for themselves. */
  readonly team: number;
}

/** How a team does. */
export interface TeamTotal {
  /** Its number, from 0. */
  readonly team: number;
  readonly points: number;
  /** How many are in it. */
  readonly players: number;
  /** It is that of this player. */
  readonly own: boolean;
}

/** Who wants the rematch now: how many said so, of how many people, and whether oneself did. */
export interface RematchVote {
  readonly ready: number;
  readonly of: number;
  readonly mine: boolean;
}

/** Who is ahead, who has won, and who wants to go on. */
export interface StandingsStore {
  /** Best first. */
  readonly scores: Signal<readonly ScoreRow[]>;
  /** The teams by their numbers; none where everybody plays for themselves. */
  readonly teams: Signal<readonly TeamTotal[]>;
  /** Who won the match that has just ended, also when they have left since; nobody while one is played. */
  readonly winners: Signal<readonly Winner[]>;
  readonly rematch: Signal<RematchVote>;
  /** What everybody did in the match whose results were shown last, or are. */
  readonly results: Signal<ResultsMessage | undefined>;
}

/** The standings of no match. */
export function createStandingsStore(): StandingsStore {
  return {
    scores: signal<readonly ScoreRow[]>([]),
    teams: signal<readonly TeamTotal[]>([]),
    winners: signal<readonly Winner[]>([]),
    rematch: signal<RematchVote>({ ready: 0, of: 0, mine: false }),
    results: signal<ResultsMessage | undefined>(undefined),
  };
}
