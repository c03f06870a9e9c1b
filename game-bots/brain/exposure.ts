import { Tile } from "#shared/arena/arena.ts";
import { type Ground, tileUnder } from "#shared/simulation/ground.ts";
import { reachOf } from "#shared/simulation/push.ts";
import { TILE_RULES } from "#shared/simulation/tiles/table.ts";
import { FALL, MOVE, PUSH } from "#shared/tunables.ts";
import type { Vector } from "./geometry.ts";
import { clearanceAt } from "./terrain.ts";

/** Length of a step (tiles) along the flight of somebody who is pushed. */
const STRIDE = 0.4;
/** How fast somebody who steers against it slows down (tiles/s^2). */
const SLOWING = MOVE.launchDrag + MOVE.launchSteer / 2;
/** Surplus of speed at the edge (tiles/s) that makes a fall certain. */
const CERTAIN_SURPLUS = 6;
/** What it is worth to leave somebody right at an edge. */
const AT_THE_EDGE = 0.3;

/** Speed (tiles/s) that a push gives to somebody at a distance (tiles). */
export function pushSpeed(charge: number, distance: number, wobble: number): number {
  const strength = PUSH.impulseTap + (PUSH.impulseFull - PUSH.impulseTap) * charge;
  const share = Math.max(0, 1 - PUSH.falloff * (distance / reachOf(charge)));
  return strength * share * (1 + wobble / 100);
}

/**
 * How much somebody at a place is in danger when thrown in a direction (unit vector) at a speed (tiles/s):
 * 0 not at all, 1 surely falls.
 */
export function exposure(ground: Ground, from: Vector, direction: Vector, speed: number): number {
  let square = speed * speed;
  let { x, y } = from;
  let overVoid = 0;
  while (square > MOVE.topSpeed * MOVE.topSpeed) {
    x += direction.x * STRIDE;
    y += direction.y * STRIDE;
    const tile = tileUnder(ground, x, y);
    if (TILE_RULES[tile].solid) return 0;
    overVoid = tile === Tile.Void ? overVoid + STRIDE : 0;
    const velocity = Math.sqrt(square);
    if (overVoid > velocity * FALL.grace) {
      return 0.5 + 0.5 * Math.min(1, (velocity - MOVE.topSpeed) / CERTAIN_SURPLUS);
    }
    const { grip = 1, drag = 1 } = TILE_RULES[tile];
    square -= 2 * SLOWING * grip * drag * STRIDE;
  }
  return AT_THE_EDGE * Math.max(0, 1 - clearanceAt(ground, x, y) / 2);
}
