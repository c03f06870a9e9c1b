import { DT, ticks } from "#shared/tunables.ts";
import { rotate, type Vector } from "./geometry.ts";
import type { Situation } from "./traits.ts";

/** Time (s) over which a swerve changes. */
const SWERVE_TIME = 0.8;
/** Standard deviation (radians) of swerving off the straight way. */
const SWERVE = 0.3;
/** Share of it that is left of whoever takes care. */
const CAREFUL = 0.3;
/** Share of the way from the old to the new stick position made in a tick. */
const STICK = 0.35;
/** Time (s) for which edges are forgotten in a slip. */
const SLIP_TIME = 0.2;

/** The small imperfections of a hand: swerving, hesitating, forgetting an edge. */
export class Mood {
  private swerve = 0;
  private frozenUntil = 0;
  private carelessUntil = 0;
  private stick: Vector = { x: 0, y: 0 };

  /** Rolls for hesitations and slips; call once per tick. */
  update({ tick, ability, dice }: Situation, fighting: boolean): void {
    const pull = DT / SWERVE_TIME;
    this.swerve += -this.swerve * pull + SWERVE * Math.sqrt(2 * pull) * dice.spread();
    if (dice.chance(ability.hesitation * DT)) this.frozenUntil = tick + ticks(dice.between(0.12, 0.4));
    if (fighting && dice.chance(ability.slip * DT)) this.carelessUntil = tick + ticks(SLIP_TIME);
  }

  /** Whether edges are out of mind just now. */
  isCareless(tick: number): boolean {
    return tick < this.carelessUntil;
  }

  /** Where the stick really goes when it should go to `wish`, with care or without. */
  move(wish: Vector, tick: number, exact: boolean): Vector {
    const swerve = this.swerve * (exact ? CAREFUL : 1);
    const meant = tick < this.frozenUntil ? { x: 0, y: 0 } : rotate(wish, swerve);
    this.stick = {
      x: this.stick.x + (meant.x - this.stick.x) * STICK,
      y: this.stick.y + (meant.y - this.stick.y) * STICK,
    };
    return this.stick;
  }
}
