import { AIM, POSITION, snap, VELOCITY } from "../quantize.ts";
import { FALL, ticks } from "../tunables.ts";
import { act, interrupt } from "./actions.ts";
import { BODY_FIELD_NAMES, BODY_FIELDS, type BodyField, type BodyFieldName } from "./body-fields.ts";
import { type Ground, tileUnder } from "./ground.ts";
import { buttonBits } from "./input.ts";
import { accelerate, move } from "./movement.ts";
import { endEffect } from "./pickups/effect.ts";
import { effectOf } from "./pickups/rules.ts";
import { TILE_RULES } from "./tiles/table.ts";
import { Action, type Body, type GameEvent, type PlayerInput } from "./types.ts";

const FALL_GRACE = ticks(FALL.grace);
/** Closing speed (tiles/s) from which running into a wall is worth a sound. */
const LOUD_BUMP = 4;

/** Whose step this is, and where its events go. */
export interface StepContext {
  readonly ground: Ground;
  /** Tick that the events are stamped with. */
  tick: number;
  readonly id: string;
  /** Length of the step (s). */
  readonly dt: number;
  emit(event: GameEvent): void;
}

const AT_REST = Object.fromEntries(
  Object.entries<BodyField>(BODY_FIELDS).map(([name, { rest }]) => [name, rest ?? 0]),
) as Body;

/** A body at rest at a place (tiles), rested and without wobble. */
export function createBody(x: number, y: number, aim = 0): Body {
  return { ...AT_REST, x: snap(POSITION, x), y: snap(POSITION, y), aim: snap(AIM, aim) };
}

/** A body of its own with the same numbers, without whatever else `body` may be. */
export function copyBody(body: Readonly<Body>): Body {
  const copy: Record<BodyFieldName, number> = { ...AT_REST };
  for (const name of BODY_FIELD_NAMES) copy[name] = body[name];
  return copy as Body;
}

/** Rounds what travels to what can travel. */
export function snapBody(body: Body): void {
  body.x = snap(POSITION, body.x);
  body.y = snap(POSITION, body.y);
  body.vx = snap(VELOCITY, body.vx);
  body.vy = snap(VELOCITY, body.vy);
}

/**
 * One tick of one body by one input: everything that depends on nobody else. The server and the player's
 * own browser run this same function, which is what makes prediction exact. `input` must be sanitized.
 * Returns the charge 0..1 of a push let go in this tick, or -1.
 */
export function stepBody(body: Body, input: PlayerInput, context: StepContext): number {
  const { ground, tick, id, dt } = context;
  const buttons = buttonBits(input);
  const pressed = buttons & ~body.held;
  body.held = buttons;
  countDown(body);
  if (body.action === Action.Falling) {
    fallOn(body, dt);
    return -1;
  }
  body.aim = input.aim;
  const { push, dashDropsPeel } = effectOf(body);
  const { pushed, dashed } = act(body, input, pressed);
  const { x, y, aim } = body;
  if (pushed >= 0) {
    const event = { type: "push", tick, id, x, y, aim, charge: pushed } as const;
    context.emit(push === undefined ? event : { ...event, with: push.name });
  }
  if (dashed) {
    const event = { type: "dash", tick, id, x, y, aim } as const;
    context.emit(dashDropsPeel ? { ...event, with: "banana" } : event);
  }
  accelerate(body, input, ground, dt);
  const hit = move(body, ground, dt);
  if (hit !== undefined) runInto(body, hit.bumper, hit.speed, context);
  trigger(body, context);
  snapBody(body);
  return pushed;
}

function countDown(body: Body): void {
  if (body.pushCooldown > 0) body.pushCooldown -= 1;
  if (body.dashCooldown > 0) body.dashCooldown -= 1;
  if (body.protectTicks > 0) body.protectTicks -= 1;
  if (body.airTicks > 0) body.airTicks -= 1;
  if (body.effectTicks > 0) {
    body.effectTicks -= 1;
    if (body.effectTicks === 0) endEffect(body);
  }
}

function fallOn(body: Body, dt: number): void {
  if (body.respawnTicks > 0) body.respawnTicks -= 1;
  const kept = Math.max(0, 1 - FALL.drag * dt);
  body.vx *= kept;
  body.vy *= kept;
  body.x += body.vx * dt;
  body.y += body.vy * dt;
  snapBody(body);
}

function runInto(body: Body, bumper: boolean, speed: number, context: StepContext): void {
  const { tick, id } = context;
  if (bumper) {
    if (body.action === Action.Dashing) interrupt(body);
    context.emit({ type: "bumper", tick, id, x: body.x, y: body.y });
  } else if (speed > LOUD_BUMP) {
    context.emit({ type: "bump", tick, id, x: body.x, y: body.y, speed });
  }
}

/** What the tile under the centre sets off: it does its own, and the void swallows. */
function trigger(body: Body, context: StepContext): void {
  if (body.airTicks > 0) {
    body.voidTicks = 0;
    return;
  }
  const rule = TILE_RULES[tileUnder(context.ground, body.x, body.y)];
  rule.stand?.(body, context);
  body.voidTicks = rule.bottomless && !effectOf(body).floats ? body.voidTicks + 1 : 0;
  if (body.voidTicks <= FALL_GRACE) return;
  interrupt(body);
  endEffect(body);
  body.action = Action.Falling;
  body.voidTicks = 0;
  body.respawnTicks = ticks(FALL.respawnTime);
}
