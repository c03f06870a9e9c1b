import type { Ground } from "#shared/simulation/ground.ts";
import type { Body } from "#shared/simulation/types.ts";
import type { Dice } from "./dice.ts";
import type { Rehearsal } from "./rehearsal.ts";
import type { Ability } from "./skills.ts";
import type { MatchKnowledge, SeenPlayer } from "./view.ts";

/** What tells bots of the same skill apart. */
export interface Traits {
  /** The side that is preferred for going around things: 1 or -1. */
  readonly side: number;
  /** Weight of an opponent's nearness against everything else, 0.7..1.3. */
  readonly boldness: number;
  /** Time (s) that a charged push is held back for a better chance. */
  readonly patience: number;
}

/** Rolls the traits of a bot. */
export function rollTraits(dice: Dice): Traits {
  return {
    side: dice.chance(0.5) ? 1 : -1,
    boldness: dice.between(0.7, 1.3),
    patience: dice.between(1, 2.2),
  };
}

/** Everything that the parts of a brain decide by, in one tick. */
export interface Situation {
  readonly tick: number;
  readonly self: Body;
  readonly ground: Ground;
  /** The others as the bot is aware of them: late, and led a little. */
  readonly others: readonly SeenPlayer[];
  /** What is known of the match besides who is where. */
  readonly view: MatchKnowledge;
  readonly ability: Ability;
  readonly traits: Traits;
  readonly dice: Dice;
  readonly rehearsal: Rehearsal;
}
