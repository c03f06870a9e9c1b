import { DT } from "#shared/tunables.ts";
import type { Dice } from "./dice.ts";
import { turnTo } from "./geometry.ts";
import type { Ability } from "./skills.ts";

/** Time (s) in which the aim error wanders to another value. */
const ERROR_TIME = 0.35;
/** Share of the remaining turn made per second when close: the hand slows down at the target. */
const SETTLING = 14;

/** A hand that turns towards what it aims at, and never quite points at it. */
export class Aimer {
  private angle: number;
  private error = 0;
  private readonly ability: Ability;

  constructor(ability: Ability, angle: number) {
    this.ability = ability;
    this.angle = angle;
  }

  /** The aim (radians) after one more tick of turning towards `wanted`. */
  turn(wanted: number, dice: Dice): number {
    const { aimError, turnRate } = this.ability;
    // Ornstein-Uhlenbeck: pulled to zero, kicked at random, with a standard deviation of aimError.
    const pull = DT / ERROR_TIME;
    this.error += -this.error * pull + aimError * Math.sqrt(2 * pull) * dice.spread();
    const turn = turnTo(this.angle, wanted + this.error);
    const most = turnRate * DT;
    const settled = turn * Math.min(1, SETTLING * DT);
    this.angle = turnTo(0, this.angle + Math.min(most, Math.max(-most, settled)));
    return this.angle;
  }
}
