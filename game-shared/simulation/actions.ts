import { aimX, aimY } from "../quantize.ts";
import { BRACE, DASH, PUSH, ticks } from "../tunables.ts";
import { BRACE_BIT, DASH_BIT } from "./input.ts";
import { endEffect } from "./pickups/effect.ts";
import { effectOf } from "./pickups/rules.ts";
import { Action, type Body, type PlayerInput } from "./types.ts";

/** Units of stamina per tick of bracing: fine enough for the recovery to be whole numbers. */
const STAMINA_UNIT = 4;
/** Stamina of a rested player, in quarters of a tick. */
export const STAMINA_FULL = ticks(BRACE.stamina) * STAMINA_UNIT;
const STAMINA_MINIMUM = ticks(BRACE.minimum) * STAMINA_UNIT;
const STAMINA_RECOVERY = Math.round(BRACE.recovery * STAMINA_UNIT);

/** Ticks of holding the push button at which the charge is full. */
export const CHARGE_FULL = ticks(PUSH.chargeTime);
const CHARGE_TAP = ticks(PUSH.tapTime);
/** A blow that lands in the first ticks of a brace is thrown back. */
export const PARRY_TICKS = ticks(BRACE.parryWindow);

/** What a step of the buttons set off. */
export interface Outcome {
  /** Charge 0..1 of a push that was let go in this tick; -1 for none. */
  pushed: number;
  /** A dash began in this tick. */
  dashed: boolean;
}

/** Charge 0..1 of a body that has held the button for `charge` ticks. */
export function chargeShare(charge: number): number {
  return Math.min(1, Math.max(0, (charge - CHARGE_TAP) / (CHARGE_FULL - CHARGE_TAP)));
}

/** Whether a push that lands now is thrown back. */
export function isParrying(body: Body): boolean {
  return body.action === Action.Bracing && body.braceTicks < PARRY_TICKS;
}

/** Lets go of whatever the body was doing: it was hit, it bounced, it fell. */
export function interrupt(body: Body): void {
  body.action = Action.Idle;
  body.charge = 0;
  body.dashTicks = 0;
  body.braceTicks = 0;
}

/** Counts down what counts down, and starts and ends actions by the buttons. `pressed` are new presses. */
export function act(body: Body, input: PlayerInput, pressed: number): Outcome {
  const outcome: Outcome = { pushed: -1, dashed: false };
  brace(body, input, pressed);
  dash(body, input, pressed, outcome);
  push(body, input, outcome);
  return outcome;
}

function brace(body: Body, input: PlayerInput, pressed: number): void {
  if (body.action === Action.Bracing) {
    body.stamina = Math.max(0, body.stamina - STAMINA_UNIT);
    body.braceTicks = Math.min(255, body.braceTicks + 1);
    if (!input.brace || body.stamina === 0) interrupt(body);
    return;
  }
  body.stamina = Math.min(STAMINA_FULL, body.stamina + STAMINA_RECOVERY);
  const free = body.action === Action.Idle || body.action === Action.Charging;
  if (free && (pressed & BRACE_BIT) !== 0 && body.stamina >= STAMINA_MINIMUM && body.airTicks === 0) {
    interrupt(body);
    body.action = Action.Bracing;
  }
}

function dash(body: Body, input: PlayerInput, pressed: number, outcome: Outcome): void {
  if (body.action === Action.Dashing) {
    body.dashTicks -= 1;
    if (body.dashTicks > 0) return;
    interrupt(body);
    body.vx *= DASH.exitFactor;
    body.vy *= DASH.exitFactor;
    return;
  }
  const free = body.action === Action.Idle || body.action === Action.Charging;
  if (!free || (pressed & DASH_BIT) === 0 || body.dashCooldown > 0 || body.airTicks > 0) return;
  const length = Math.sqrt(input.moveX * input.moveX + input.moveY * input.moveY);
  const running = length > 0.1;
  interrupt(body);
  body.action = Action.Dashing;
  body.dashTicks = ticks(DASH.time);
  body.dashCooldown = ticks(DASH.cooldown);
  body.protectTicks = 0;
  body.vx = (running ? input.moveX / length : aimX(body.aim)) * DASH.speed;
  body.vy = (running ? input.moveY / length : aimY(body.aim)) * DASH.speed;
  if (effectOf(body).dashDropsPeel) endEffect(body);
  outcome.dashed = true;
}

function push(body: Body, input: PlayerInput, outcome: Outcome): void {
  if (body.action === Action.Idle && input.push && body.pushCooldown === 0) {
    body.action = Action.Charging;
    body.charge = 0;
  }
  if (body.action !== Action.Charging) return;
  if (input.push) {
    body.charge = Math.min(CHARGE_FULL, body.charge + 1);
    return;
  }
  const { push: style } = effectOf(body);
  outcome.pushed = style?.charge ?? chargeShare(body.charge);
  if (style !== undefined) endEffect(body);
  body.pushCooldown = ticks(PUSH.cooldown);
  body.protectTicks = 0;
  interrupt(body);
}
