import { isClear } from "#shared/simulation/clear-way.ts";
import { DASH_BIT } from "#shared/simulation/input.ts";
import { Action, type PlayerInput } from "#shared/simulation/types.ts";
import { DASH, DT, ticks } from "#shared/tunables.ts";
import { exposure } from "./exposure.ts";
import { distanceBetween, rotate, type Vector } from "./geometry.ts";
import { isThreat } from "./guard.ts";
import { Risk } from "./rehearsal.ts";
import type { Situation } from "./traits.ts";
import type { SeenPlayer } from "./view.ts";

/** Distance (tiles) that a dash bridges. */
const RANGE = DASH.speed * DASH.time + 0.6;
/** Danger 0..1 for the victim from which ramming pays. */
const WORTH_RAMMING = 0.6;
/** Chance per second, for a fully alert bot, to dash at a distant target or out of the line of an attack. */
const LEAPS = 0.25;
const DODGES = 2.5;
/** The same for a shove at something that does not run away. */
const SHOVES = 6;
/** Distance (tiles) of a target worth leaping at, and angle (radians) off the line of an attack of a dodge. */
const MIN_LEAP = 5;
const MAX_LEAP = 9;
const DODGE_ANGLE = 1.4;
/** A dash is thought through this far (ticks). */
const HOLD = ticks(DASH.time) + 2;

/** The direction to dash in now, if it is a good moment for it; `shove` (radians) is one that is of use besides ramming somebody. */
export function chooseDash(
  situation: Situation,
  target: SeenPlayer | undefined,
  shove?: number,
): Vector | undefined {
  const { self, ability, dice, traits } = situation;
  const able = self.action === Action.Idle || self.action === Action.Charging;
  if (!able || self.dashCooldown > 0 || self.airTicks > 0 || (self.held & DASH_BIT) !== 0) return undefined;
  const threat = situation.others.find((other) => isThreat(situation, other));
  if (threat !== undefined && dice.chance(DODGES * ability.alertness * DT)) {
    const away = unit(threat, self);
    return [rotate(away, DODGE_ANGLE * traits.side), rotate(away, -DODGE_ANGLE * traits.side)].find((move) =>
      isSafe(situation, move),
    );
  }
  if (shove !== undefined && dice.chance(SHOVES * ability.alertness * DT)) {
    const way = { x: Math.cos(shove), y: Math.sin(shove) };
    if (isSafe(situation, way)) return way;
  }
  if (target === undefined || target.protectTicks > 0 || self.action === Action.Charging) return undefined;
  const distance = distanceBetween(self, target);
  const ahead = unit(self, target);
  const clear = isClear(situation.ground, self.x, self.y, target.x, target.y);
  const ramming =
    distance < RANGE &&
    exposure(situation.ground, target, ahead, DASH.impulse * (1 + target.wobble / 100)) > WORTH_RAMMING;
  const leaping = distance > MIN_LEAP && distance < MAX_LEAP && dice.chance(LEAPS * ability.alertness * DT);
  return clear && (ramming || leaping) && isSafe(situation, ahead) ? ahead : undefined;
}

function unit(from: Vector, to: Vector): Vector {
  const distance = distanceBetween(from, to);
  return distance > 0 ? { x: (to.x - from.x) / distance, y: (to.y - from.y) / distance } : { x: 1, y: 0 };
}

function isSafe({ self, ground, rehearsal }: Situation, move: Vector): boolean {
  const input: PlayerInput = {
    moveX: move.x,
    moveY: move.y,
    aim: self.aim,
    push: false,
    dash: true,
    brace: false,
  };
  return rehearsal.risk(self, ground, input, HOLD) === Risk.None;
}
