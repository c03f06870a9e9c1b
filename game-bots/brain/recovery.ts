import { BRACE_BIT, DASH_BIT } from "#shared/simulation/input.ts";
import { Action, type PlayerInput } from "#shared/simulation/types.ts";
import { MOVE, ticks } from "#shared/tunables.ts";
import { Risk } from "./rehearsal.ts";
import type { Situation } from "./traits.ts";

/** Faster than this (tiles/s) somebody is flying, not running. */
const FLYING = MOVE.topSpeed + 1.5;
/** Directions tried for a dash back to the ground. */
const DASHES = 8;
/** A dash is thought through this far (ticks): the burst and a moment of running. */
const DASH_HOLD = 10;
/** How fast (tiles/s^2) steering against a flight slows it down. */
const SLOWING = MOVE.launchDrag + MOVE.launchSteer;
/** Slower than this (tiles/s) there is no need to stay planted. */
const CAUGHT = 2;

/** What to do when thrown: steer against it, and if that does not help, plant oneself or dash back. */
export class Recovery {
  private flyingFor = 0;
  private composed = true;
  private planted = false;

  /**
   * The input of a bot that is flying, or slides helplessly (`isLost`), and has noticed; undefined while
   * there is nothing to recover from.
   */
  input(situation: Situation, aim: number, isLost: boolean): PlayerInput | undefined {
    const { self, ability, dice } = situation;
    if (this.planted) {
      this.planted = self.action === Action.Bracing && Math.hypot(self.vx, self.vy) > CAUGHT;
      if (this.planted) return { ...still(aim), brace: true };
    }
    const thrown = Math.hypot(self.vx, self.vy) > FLYING || isLost;
    const flying = thrown && self.action !== Action.Dashing && self.airTicks === 0;
    if (!flying) {
      this.flyingFor = 0;
      return undefined;
    }
    if (this.flyingFor === 0) this.composed = dice.chance(ability.composure);
    this.flyingFor += 1;
    if (this.flyingFor < ticks(ability.reaction)) return undefined;
    return this.composed ? this.rescue(situation, aim) : against(situation, aim);
  }

  private rescue(situation: Situation, aim: number): PlayerInput {
    const { self, ground, rehearsal } = situation;
    const steering = against(situation, aim);
    const flight = ticks(Math.hypot(self.vx, self.vy) / SLOWING);
    if (rehearsal.risk(self, ground, steering, flight) !== Risk.Fall) return steering;
    const brace = { ...still(aim), brace: true };
    if ((self.held & BRACE_BIT) === 0 && rehearsal.risk(self, ground, brace, flight) !== Risk.Fall) {
      this.planted = true;
      return brace;
    }
    if (self.dashCooldown > 0 || (self.held & DASH_BIT) !== 0) return steering;
    const back = Math.atan2(-self.vy, -self.vx);
    for (let i = 0; i < DASHES; i++) {
      const turn = (Math.ceil(i / 2) / DASHES) * 2 * Math.PI * (i % 2 === 0 ? 1 : -1);
      const angle = back + turn;
      const dash = { ...steering, moveX: Math.cos(angle), moveY: Math.sin(angle), dash: true };
      if (rehearsal.risk(self, ground, dash, DASH_HOLD) !== Risk.Fall) return dash;
    }
    return steering;
  }
}

function still(aim: number): PlayerInput {
  return { moveX: 0, moveY: 0, aim, push: false, dash: false, brace: false };
}

/** Steering against the flight. */
function against({ self }: Situation, aim: number): PlayerInput {
  const speed = Math.max(0.001, Math.hypot(self.vx, self.vy));
  return { ...still(aim), moveX: -self.vx / speed, moveY: -self.vy / speed };
}
