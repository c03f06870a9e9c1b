import { DIRECTIONS, Tile } from "#shared/arena/arena.ts";
import { type Ground, tileOf } from "#shared/simulation/ground.ts";
import { isHuge } from "#shared/simulation/modes/suits.ts";
import { BODY } from "#shared/tunables.ts";
import { distanceBetween, type Vector } from "./geometry.ts";
import { terrainOf } from "./terrain.ts";

/** Cost of a tile by what is on it, in half tiles of walking; 0 for what cannot be walked on. */
const COST: Readonly<Record<Tile, number>> = {
  [Tile.Void]: 0,
  [Tile.Floor]: 2,
  [Tile.Wall]: 0,
  [Tile.Ice]: 3,
  [Tile.Conveyor]: 3,
  [Tile.Bumper]: 0,
  [Tile.Crumble]: 5,
  [Tile.Spring]: 0,
  [Tile.Fan]: 0,
  [Tile.Teleporter]: 0,
  [Tile.Mud]: 4,
};
/** Added on tiles next to the void. */
const EDGE_COST = 2;
/** Cost of a flight from a spring, the landing included, and of the way through a teleporter. */
const FLIGHT_COST = 6;
/** More than any single cost, and a power of two. */
const BUCKETS = 8;
const UNREACHED = 0xffff;
/** A way is thought over again after this many ticks: floor crumbles and comes back. */
const REFRESH = 40;
/** How far behind the start of a way its costs are known on a huge arena (half tiles of walking): a throw of ten tiles. */
const BEHIND_START = 20;
/** Tiles that one looks ahead along a way. */
const AHEAD = 6;
/** Half of the width (tiles) that a straight walk must be free. */
const SHOULDER = BODY.radius * 0.7;

function costAt(ground: Ground, column: number, row: number): number {
  const { arena } = ground;
  const tile = tileOf(ground, column, row);
  if (tile === Tile.Crumble) {
    const position = arena.crumbleIndex[row * arena.width + column] ?? -1;
    if (ground.crumblePhases[position] !== 0) return 0;
  }
  return COST[tile];
}

/** Whether one can walk straight from one point to another over nothing but ground. */
export function isStraightWalk(ground: Ground, from: Vector, to: Vector): boolean {
  const distance = distanceBetween(from, to);
  const steps = Math.ceil(distance * 2.5);
  const sideX = steps > 0 ? ((to.y - from.y) / distance) * SHOULDER : 0;
  const sideY = steps > 0 ? ((from.x - to.x) / distance) * SHOULDER : 0;
  for (let i = 1; i <= steps; i++) {
    const x = from.x + ((to.x - from.x) * i) / steps;
    const y = from.y + ((to.y - from.y) * i) / steps;
    if (costAt(ground, Math.floor(x + sideX), Math.floor(y + sideY)) === 0) return false;
    if (costAt(ground, Math.floor(x - sideX), Math.floor(y - sideY)) === 0) return false;
  }
  return true;
}

/** Finds ways around holes and walls. Keeps the way to the last goal for a while. */
export class Pathfinder {
  private costs: Uint16Array = new Uint16Array(0);
  private goal = -1;
  private computedTick = 0;

  /** The point to head for next on the way from one point to another. */
  next(ground: Ground, from: Vector, to: Vector, tick: number): Vector {
    if (isStraightWalk(ground, from, to)) return to;
    const { width } = ground.arena;
    const goal = Math.floor(to.y) * width + Math.floor(to.x);
    const start = Math.floor(from.y) * width + Math.floor(from.x);
    if (goal !== this.goal || tick - this.computedTick > REFRESH) {
      this.goal = goal;
      this.computedTick = tick;
      this.costs = wayCosts(ground, goal, start);
    }
    return this.follow(ground, from) ?? to;
  }

  /** Walks down the costs and returns the farthest point that can be walked to straight. */
  private follow(ground: Ground, from: Vector): Vector | undefined {
    const { width } = ground.arena;
    let column = Math.floor(from.x);
    let row = Math.floor(from.y);
    let seen: Vector | undefined;
    for (let i = 0; i < AHEAD; i++) {
      let lowest = this.costs[row * width + column] ?? UNREACHED;
      let step: Vector | undefined;
      for (const direction of DIRECTIONS) {
        if (column + direction.x < 0 || column + direction.x >= width) continue;
        const cost = this.costs[(row + direction.y) * width + column + direction.x] ?? UNREACHED;
        if (cost >= lowest) continue;
        lowest = cost;
        step = direction;
      }
      if (step === undefined) return seen;
      column += step.x;
      row += step.y;
      const point = { x: column + 0.5, y: row + 0.5 };
      if (seen !== undefined && !isStraightWalk(ground, from, point)) return seen;
      seen = point;
    }
    return seen;
  }
}

/**
 * Cost of the way to a tile from everywhere: Dial's variant of Dijkstra's algorithm (CACM 12, 1969). On a huge arena it
 * stops a little behind the start, where nobody gets to before the way is thought over again.
 */
function wayCosts(ground: Ground, goal: number, start: number): Uint16Array {
  const { arena } = ground;
  const { width, height } = arena;
  const { clearance, jumpsTo } = terrainOf(ground);
  const costs = new Uint16Array(width * height).fill(UNREACHED);
  if (goal < 0 || goal >= costs.length) return costs;
  const buckets: number[][] = Array.from({ length: BUCKETS }, () => []);
  const reach = (tile: number, cost: number): void => {
    if (cost >= (costs[tile] ?? 0)) return;
    costs[tile] = cost;
    buckets[cost % BUCKETS]?.push(tile);
  };
  reach(goal, 0);
  const behind = isHuge(arena) ? BEHIND_START : UNREACHED;
  for (let cost = 0, idle = 0; idle < BUCKETS && cost <= (costs[start] ?? UNREACHED) + behind; cost++) {
    const bucket = buckets[cost % BUCKETS] ?? [];
    idle = bucket.length === 0 ? idle + 1 : 0;
    for (let tile = bucket.pop(); tile !== undefined; tile = bucket.pop()) {
      if (costs[tile] !== cost) continue;
      const column = tile % width;
      const row = (tile - column) / width;
      const edge = (clearance[tile] ?? 0) < 1 ? EDGE_COST : 0;
      // A spring or a teleporter is stepped on, never walked over: the step costs as much as any.
      const here = tile === goal ? 2 : edge + (costAt(ground, column, row) || 2);
      for (const { x, y } of DIRECTIONS) {
        const to = tile + y * width + x;
        if (column + x < 0 || column + x >= width || costAt(ground, column + x, row + y) === 0) continue;
        reach(to, cost + here);
      }
      for (const jump of jumpsTo.get(tile) ?? []) reach(jump, cost + FLIGHT_COST);
    }
  }
  return costs;
}
