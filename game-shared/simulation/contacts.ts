import { BODY, BRACE, DASH } from "../tunables.ts";
import { interrupt } from "./actions.ts";
import { isTarget, land } from "./blow.ts";
import { snapBody } from "./body.ts";
import type { Ground } from "./ground.ts";
import { limitSpeed } from "./movement.ts";
import { effectOf } from "./pickups/rules.ts";
import { Action, type Body, type GameEvent, type Player, type World } from "./types.ts";
import { collideWithWalls } from "./walls.ts";

const TOUCH = BODY.radius * 2;
/** Nearer than this (tiles) there is no direction between two bodies; any will do. */
const SAME_PLACE = 1e-6;

/** What has a place and a pace. */
type Disc = Pick<Body, "x" | "y" | "vx" | "vy">;

/** Bodies in play that stand on the ground bump into each other; who flies passes overhead. */
export function isSolid(body: Body): boolean {
  return body.action !== Action.Falling && body.airTicks === 0;
}

/** Whether two bodies may touch at all: a cheap look before the exact one. */
export function isNear(a: Body, b: Body): boolean {
  return Math.abs(a.x - b.x) < TOUCH && Math.abs(a.y - b.y) < TOUCH;
}

/** Pushes every pair of overlapping players apart, and lets a dash strike whom it runs into. */
export function resolveContacts(world: World, emit: (event: GameEvent) => void): void {
  const players = [...world.players.values()].filter(isSolid);
  for (let i = 0; i < players.length; i++) {
    const a = players[i];
    if (a === undefined) continue;
    for (let j = i + 1; j < players.length; j++) {
      const b = players[j];
      if (b === undefined || !isNear(a, b) || separate(a, b) === undefined) continue;
      strike(world, a, b, emit);
      strike(world, b, a, emit);
      settle(a, world);
      settle(b, world);
    }
  }
}

/** How heavy a body is when it is run into: a planted one is heavier. */
export function massOf(body: Body): number {
  const { mass = 1 } = effectOf(body);
  return body.action === Action.Bracing ? BRACE.mass * mass : mass;
}

/**
 * Moves two overlapping discs apart by their masses and takes out of their velocities what brings them
 * closer, less a little bounce; momentum is kept and energy never grows. Returns the closing speed
 * (tiles/s), or undefined when they do not touch.
 */
export function separate(a: Body, b: Body): number | undefined {
  return separateDiscs(a, massOf(a), b, massOf(b), TOUCH);
}

/** The same for any two discs that touch at a distance of `touch` (tiles). */
export function separateDiscs(
  a: Disc,
  massA: number,
  b: Disc,
  massB: number,
  touch: number,
): number | undefined {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const distance = Math.sqrt(dx * dx + dy * dy);
  if (distance >= touch) return undefined;
  const nx = distance > SAME_PLACE ? dx / distance : 1;
  const ny = distance > SAME_PLACE ? dy / distance : 0;
  const shareA = massB / (massA + massB);
  const shareB = 1 - shareA;
  const overlap = touch - distance;
  a.x -= nx * overlap * shareA;
  a.y -= ny * overlap * shareA;
  b.x += nx * overlap * shareB;
  b.y += ny * overlap * shareB;
  const closing = (a.vx - b.vx) * nx + (a.vy - b.vy) * ny;
  if (closing <= 0) return 0;
  const change = closing * (1 + BODY.playerBounce);
  a.vx -= nx * change * shareA;
  a.vy -= ny * change * shareA;
  b.vx += nx * change * shareB;
  b.vy += ny * change * shareB;
  return closing;
}

function strike(world: World, dasher: Player, victim: Player, emit: (event: GameEvent) => void): void {
  if (dasher.action !== Action.Dashing || !isTarget(world, dasher, victim)) return;
  const dx = victim.x - dasher.x;
  const dy = victim.y - dasher.y;
  const distance = Math.sqrt(dx * dx + dy * dy);
  if (distance === 0) return;
  endStrike(dasher);
  land(
    world,
    {
      attacker: dasher,
      victim,
      dx: dx / distance,
      dy: dy / distance,
      impulse: DASH.impulse,
      wobble: DASH.wobble,
      carryOver: 0,
      means: "dash",
    },
    emit,
  );
}

/** Ends a dash that has run into somebody. */
export function endStrike(dasher: Body): void {
  interrupt(dasher);
  dasher.vx *= DASH.contactFactor;
  dasher.vy *= DASH.contactFactor;
}

/** Brings a body that was moved by a contact back to where and how fast it may be. */
export function settle(body: Body, ground: Ground): void {
  collideWithWalls(body, ground);
  limitSpeed(body);
  snapBody(body);
}
