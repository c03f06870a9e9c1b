/** Name of the messages of practice: a wish of the page, and the report of the room. */
export const PRACTICE = "practice";

/** The seat of whoever practises, in the form of one that a matchmaker gives: the room has no other. */
export const PRACTICE_SEAT = { name: PRACTICE, sessionId: "you", roomId: PRACTICE, processId: "page" };

/** What can be practised: against bots, pushing targets off, throwing pushes back. */
export const DRILLS = ["bots", "targets", "parry"] as const;
export type DrillId = (typeof DRILLS)[number];

/** How fast all of a match may run, as a share of its ordinary speed. */
export const SPEEDS = [1, 0.5, 0.25] as const;
export type PracticeSpeed = (typeof SPEEDS)[number];

/** What a player is who practises. */
export interface PracticeOptions {
  readonly name: string;
  /** See `packLook`. */
  readonly look: number;
  /** Any 32-bit integer. */
  readonly seed: number;
}

/** What a player wants to be otherwise; what is left out stays as it is. */
export interface PracticeWish {
  readonly drill?: DrillId | undefined;
  /** Bots play, instead of waiting until they are pushed. */
  readonly fight?: boolean | undefined;
  readonly speed?: PracticeSpeed | undefined;
  /** Bots of the drill "bots". */
  readonly bots?: number | undefined;
  /** Id of the arena. */
  readonly arena?: string | undefined;
}

/** Most bots to practise against. */
export const MOST_BOTS = 7;

/** How a brace was timed against a push. "none": there was no brace; "clear": the push did not reach. */
export type ParryVerdict = "right" | "early" | "late" | "none" | "clear";

/** How practice stands; told whenever that changes. */
export interface PracticeReport {
  readonly drill: DrillId;
  readonly fight: boolean;
  readonly speed: PracticeSpeed;
  readonly bots: number;
  readonly arena: string;
  /** Targets that the player has pushed off, in this drill. */
  readonly knocked: number;
  /** The next push of the trainer, by the ticks in which it begins to charge and lets go; absent between two. */
  readonly push?: { readonly from: number; readonly at: number };
  /** How the last one went: `offsetMs` is the press less the push (ms); absent where there was none. */
  readonly last?: { readonly verdict: ParryVerdict; readonly offsetMs?: number; readonly number: number };
  /** Pushes thrown back, how many in a row, and pushes in all. */
  readonly parried: number;
  readonly streak: number;
  readonly pushes: number;
}
