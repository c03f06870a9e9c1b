import type { BotSkill } from "./bot-skills.ts";
import type { PickupName } from "./simulation/pickups/table.ts";

/** Name of the messages of practice: a wish of the page, and the report of the room. */
export const PRACTICE = "practice";

/** The seat of whoever practises, in the form of one that a matchmaker gives: the room has no other. */
export const PRACTICE_SEAT = { name: PRACTICE, sessionId: "you", roomId: PRACTICE, processId: "page" };

/** What can be practised: against bots that wait, pushing targets off, throwing pushes back, a match of any mode. */
export const DRILLS = ["bots", "targets", "parry", "match"] as const;
export type DrillId = (typeof DRILLS)[number];

/** How fast all of a match may run, as a share of its ordinary speed. */
export const SPEEDS = [1, 0.5, 0.25] as const;
export type PracticeSpeed = (typeof SPEEDS)[number];

/** What is practised, against whom and where. */
export interface PracticePlan {
  readonly drill: DrillId;
  /** In the drill "bots": they play, instead of waiting until they are pushed. */
  readonly fight: boolean;
  /** Bots of the drills "bots" and "match". */
  readonly bots: number;
  /** How good they are. */
  readonly skill: BotSkill;
  /** Id of the mode of the drill "match". */
  readonly mode: string;
  /** Id of the arena. */
  readonly arena: string;
  /** Pickups that do not appear in the drill "match"; there are none in the others. */
  readonly pickupsOff: readonly PickupName[];
}

/** What a player wants to be otherwise; what is left out stays as it is. */
export type PracticeWish = {
  readonly [Field in keyof PracticePlan]?: PracticePlan[Field] | undefined;
} & { readonly speed?: PracticeSpeed | undefined };

/** What a player is who practises, and what they begin with. */
export interface PracticeOptions {
  readonly name: string;
  /** See `packLook`. */
  readonly look: number;
  /** Any 32-bit integer. */
  readonly seed: number;
  readonly wish: PracticeWish;
}

/** How a brace was timed against a push. "none": there was no brace; "clear": the push did not reach. */
export type ParryVerdict = "right" | "early" | "late" | "none" | "clear";

/** How practice stands; told whenever that changes. */
export interface PracticeReport extends PracticePlan {
  readonly speed: PracticeSpeed;
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
