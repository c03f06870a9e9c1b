import { BODY, BRACE, MOVE } from "../tunables.ts";
import { directionAt, type Ground, tileIndexAt, tileUnder } from "./ground.ts";
import { effectOf } from "./pickups/rules.ts";
import { TILE_RULES } from "./tiles/table.ts";
import { Action, type Body, type PlayerInput } from "./types.ts";
import { collideWithWalls, type WallHit } from "./walls.ts";
import { windOf } from "./wind.ts";

/** Longest stretch (tiles) that is moved at once: well below a radius, so that nothing tunnels. */
const STRIDE = 0.25;
/** Excess speed (tiles/s) that counts as a launch; more than a speed is rounded by. */
const LAUNCH_MARGIN = 0.02;

/** Turns the wish to move, the ground and the drag into a new velocity. */
export function accelerate(body: Body, input: PlayerInput, ground: Ground, dt: number): void {
  if (body.action === Action.Dashing) return;
  const flying = body.airTicks > 0;
  const rule = TILE_RULES[tileUnder(ground, body.x, body.y)];
  const { grip: hold = 1, speed: haste = 1 } = effectOf(body);
  const grip = (flying ? MOVE.airGrip : (rule.grip ?? 1)) * hold;
  const beltSpeed = flying ? 0 : (rule.beltSpeed ?? 0);
  const belt = beltSpeed > 0 ? directionAt(ground.arena, body.x, body.y) : undefined;
  const wind = body.action === Action.Bracing ? undefined : windOf(ground);
  const here = tileIndexAt(ground.arena, body.x, body.y);
  const carriedX = (belt?.x ?? 0) * beltSpeed + (wind?.x[here] ?? 0);
  const carriedY = (belt?.y ?? 0) * beltSpeed + (wind?.y[here] ?? 0);
  let vx = body.vx - carriedX;
  let vy = body.vy - carriedY;
  const speed = Math.sqrt(vx * vx + vy * vy);

  if (body.action === Action.Bracing) {
    const kept = speed > 0 ? Math.max(0, speed - BRACE.drag * grip * dt) / speed : 0;
    vx *= kept;
    vy *= kept;
  } else if (speed > MOVE.topSpeed + LAUNCH_MARGIN) {
    // Launched: the drag decides the speed, steering only its direction.
    const target = Math.max(
      MOVE.topSpeed,
      speed - (flying ? 0 : MOVE.launchDrag * grip * (rule.drag ?? 1) * dt),
    );
    vx += input.moveX * MOVE.launchSteer * grip * dt;
    vy += input.moveY * MOVE.launchSteer * grip * dt;
    const steered = Math.sqrt(vx * vx + vy * vy);
    const kept = steered > target ? target / steered : 1;
    vx *= kept;
    vy *= kept;
  } else {
    const pace = (flying ? 1 : (rule.pace ?? 1)) * haste;
    const top = MOVE.topSpeed * pace * (body.action === Action.Charging ? MOVE.chargingFactor : 1);
    const dx = input.moveX * top - vx;
    const dy = input.moveY * top - vy;
    const gap = Math.sqrt(dx * dx + dy * dy);
    const most = MOVE.acceleration * grip * dt;
    const share = gap > most ? most / gap : 1;
    // In the air a released stick does not brake.
    if (!flying || input.moveX !== 0 || input.moveY !== 0) {
      vx += dx * share;
      vy += dy * share;
    }
  }
  body.vx = vx + carriedX;
  body.vy = vy + carriedY;
}

/** Moves a body along its velocity for `dt` seconds, around walls. Returns the hardest thing it ran into. */
export function move(body: Body, ground: Ground, dt: number): WallHit | undefined {
  limitSpeed(body);
  const speed = Math.sqrt(body.vx * body.vx + body.vy * body.vy);
  const strides = Math.max(1, Math.ceil((speed * dt) / STRIDE));
  let hardest: WallHit | undefined;
  for (let i = 0; i < strides; i++) {
    body.x += (body.vx * dt) / strides;
    body.y += (body.vy * dt) / strides;
    const hit = collideWithWalls(body, ground);
    if (hit !== undefined && (hardest === undefined || hit.speed > hardest.speed)) hardest = hit;
  }
  limitSpeed(body);
  return hardest;
}

/** Keeps a velocity within the fastest that is allowed (tiles/s); that of a player when absent. */
export function limitSpeed(body: Pick<Body, "vx" | "vy">, most: number = BODY.maxSpeed): void {
  const speed = Math.sqrt(body.vx * body.vx + body.vy * body.vy);
  if (speed <= most) return;
  body.vx *= most / speed;
  body.vy *= most / speed;
}
