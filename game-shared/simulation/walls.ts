import { BODY, MOVE } from "../tunables.ts";
import { type Ground, tileOf } from "./ground.ts";
import type { Solid } from "./tiles/rule.ts";
import { TILE_RULES } from "./tiles/table.ts";
import type { Body } from "./types.ts";

/** What a body ran into: nothing, something hard (with the closing speed in tiles/s), or a bumper. */
export interface WallHit {
  bumper: boolean;
  speed: number;
}

/** How often a body is pushed out of the deepest thing it is in; a corner needs two. */
const PASSES = 4;

/** What bumps into walls: how large it is, and how it comes back. */
export interface Bouncer {
  /** Tiles. */
  readonly radius: number;
  /** Share of the speed kept when bouncing off a wall. */
  readonly bounce: number;
  /** Closing speed (tiles/s) from which it bounces. */
  readonly bouncesFrom: number;
  /** Share of the speed that a bumper gives. */
  readonly throwShare: number;
  /** It bumps into nothing but the void, as if that stood there like a wall. */
  readonly isRim?: true;
}

/** A player: only a launch bounces, running into a wall does not. */
const PLAYER: Bouncer = {
  radius: BODY.radius,
  bounce: BODY.wallBounce,
  bouncesFrom: MOVE.topSpeed,
  throwShare: 1,
};

interface Overlap {
  depth: number;
  nx: number;
  ny: number;
  /** Speed (tiles/s) with which what it overlaps with throws it back; 0 for a wall. */
  throws: number;
}

/** What has a place and a pace. */
type Mover = Pick<Body, "x" | "y" | "vx" | "vy">;

/**
 * Pushes a body out of walls and bumpers and turns its speed around. The deepest overlap goes first, so
 * that the seams of a straight wall are not felt. Moves of less than a radius cannot tunnel.
 */
export function collideWithWalls(body: Mover, ground: Ground, bouncer = PLAYER): WallHit | undefined {
  let hit: WallHit | undefined;
  for (let pass = 0; pass < PASSES; pass++) {
    const overlap = deepestOverlap(body, ground, bouncer);
    if (overlap === undefined) return hit;
    const { depth, nx, ny } = overlap;
    const throws = overlap.throws * bouncer.throwShare;
    body.x += nx * depth;
    body.y += ny * depth;
    const closing = -(body.vx * nx + body.vy * ny);
    if (throws > 0) {
      body.vx += nx * (closing + throws);
      body.vy += ny * (closing + throws);
      hit = { bumper: true, speed: throws };
    } else if (closing > 0) {
      const bounce = closing > bouncer.bouncesFrom ? bouncer.bounce : 0;
      body.vx += nx * closing * (1 + bounce);
      body.vy += ny * closing * (1 + bounce);
      if (hit === undefined || (!hit.bumper && closing > hit.speed)) hit = { bumper: false, speed: closing };
    }
  }
  return hit;
}

const RIM: Solid = { shape: "box" };

function deepestOverlap(body: Mover, ground: Ground, { radius, isRim }: Bouncer): Overlap | undefined {
  const reach = radius + BODY.skin;
  let deepest: Overlap | undefined;
  for (let row = Math.floor(body.y - reach); row <= Math.floor(body.y + reach); row++) {
    for (let column = Math.floor(body.x - reach); column <= Math.floor(body.x + reach); column++) {
      const rule = TILE_RULES[tileOf(ground, column, row)];
      const solid = isRim ? rule.bottomless && RIM : rule.solid;
      if (solid === undefined) continue;
      const overlap =
        solid.shape === "box"
          ? overlapWithBox(body, column, row, reach)
          : overlapWithPost(body, column, row, solid, reach);
      if (overlap !== undefined && overlap.depth > (deepest?.depth ?? 0)) deepest = overlap;
    }
  }
  return deepest;
}

function overlapWithBox(body: Mover, left: number, top: number, reach: number): Overlap | undefined {
  const dx = body.x - Math.min(Math.max(body.x, left), left + 1);
  const dy = body.y - Math.min(Math.max(body.y, top), top + 1);
  const distance = Math.sqrt(dx * dx + dy * dy);
  if (distance >= reach) return undefined;
  if (distance > 0) {
    return { depth: reach - distance, nx: dx / distance, ny: dy / distance, throws: 0 };
  }
  // The centre itself is inside: out through the nearest side.
  const sides = [
    { depth: left + 1 - body.x, nx: 1, ny: 0 },
    { depth: body.x - left, nx: -1, ny: 0 },
    { depth: top + 1 - body.y, nx: 0, ny: 1 },
    { depth: body.y - top, nx: 0, ny: -1 },
  ];
  const nearest = sides.reduce((best, side) => (side.depth < best.depth ? side : best));
  return { depth: nearest.depth + reach, nx: nearest.nx, ny: nearest.ny, throws: 0 };
}

function overlapWithPost(
  body: Mover,
  left: number,
  top: number,
  post: Solid,
  reach: number,
): Overlap | undefined {
  const dx = body.x - left - 0.5;
  const dy = body.y - top - 0.5;
  const distance = Math.sqrt(dx * dx + dy * dy);
  const touch = reach + (post.radius ?? 0);
  const throws = post.throws ?? 0;
  if (distance >= touch) return undefined;
  if (distance === 0) return { depth: touch, nx: 0, ny: -1, throws };
  return { depth: touch - distance, nx: dx / distance, ny: dy / distance, throws };
}
