import type { Arena } from "#shared/arena/arena.ts";
import { Tile, tileAt } from "#shared/arena/arena.ts";
import { TILE_RULES } from "#shared/simulation/tiles/table.ts";
import type { Vector } from "./geometry.ts";

/** What it costs a ball to be on a tile besides the way: near the void, near a wall, on what throws it somewhere. */
const BY_VOID = 5;
const BY_WALL = 1.5;
const THROWS = 8;
/** Longest stretch (tiles) that is looked ahead along the way. */
const AHEAD = 7;

/** Per tile: how far it is from there to the goal for a ball; infinitely where it cannot be. */
type Ways = Float64Array;
const known = new WeakMap<Arena, Map<number, Ways | undefined>>();

/**
 * Which way to push a ball that is to get into the goal of a team: the farthest point of its way there that it can roll to in a
 * straight line. Undefined where there is no way or no such goal.
 */
export function nextForBall(arena: Arena, team: number, ball: Vector): Vector | undefined {
  const ways = waysTo(arena, team);
  const goal = goalOfTeam(arena, team);
  if (ways === undefined || goal === undefined) return undefined;
  if (isOpen(arena, ball, goal) && Math.hypot(goal.x - ball.x, goal.y - ball.y) < AHEAD * 2) return goal;
  let index = Math.floor(ball.y) * arena.width + Math.floor(ball.x);
  let best: Vector | undefined;
  for (let steps = 0; steps < AHEAD; steps++) {
    const next = downhill(arena, ways, index);
    if (next === undefined) break;
    index = next;
    const place = middleOf(arena, index);
    if (best !== undefined && !isOpen(arena, ball, place)) break;
    best = place;
  }
  return best ?? goal;
}

/** Where the goal of a team is. */
export function goalOfTeam({ marks }: Arena, team: number): Vector | undefined {
  return marks.find((mark) => mark.kind === "goal" && mark.team === team);
}

function middleOf({ width }: Arena, index: number): Vector {
  return { x: (index % width) + 0.5, y: Math.floor(index / width) + 0.5 };
}

/** Whether a ball can be on a tile. */
function carries(arena: Arena, x: number, y: number): boolean {
  const rule = TILE_RULES[tileAt(arena, x, y)];
  return rule.bottomless !== true && rule.solid === undefined;
}

/** Whether a ball can roll straight from one place to another. */
export function isOpen(arena: Arena, from: Vector, to: Vector): boolean {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) * 3);
  for (let i = 1; i < steps; i++) {
    const x = from.x + ((to.x - from.x) * i) / steps;
    const y = from.y + ((to.y - from.y) * i) / steps;
    if (!carries(arena, Math.floor(x), Math.floor(y))) return false;
  }
  return true;
}

function neighbours(arena: Arena, index: number): number[] {
  const x = index % arena.width;
  const y = Math.floor(index / arena.width);
  const found: number[] = [];
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      if ((dx === 0 && dy === 0) || !carries(arena, x + dx, y + dy)) continue;
      // Around no corner: it is wide.
      if (carries(arena, x + dx, y) && carries(arena, x, y + dy)) found.push((y + dy) * arena.width + x + dx);
    }
  }
  return found;
}

function downhill(arena: Arena, ways: Ways, index: number): number | undefined {
  let best: number | undefined;
  for (const next of neighbours(arena, index)) {
    if ((ways[next] ?? Infinity) < (ways[best ?? index] ?? Infinity)) best = next;
  }
  return best;
}

function costOf(arena: Arena, index: number): number {
  const x = index % arena.width;
  const y = Math.floor(index / arena.width);
  let cost = tileAt(arena, x, y) === Tile.Spring ? THROWS : 0;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const rule = TILE_RULES[tileAt(arena, x + dx, y + dy)];
      if (rule.bottomless) cost = Math.max(cost, BY_VOID);
      else if (rule.solid !== undefined) cost = Math.max(cost, BY_WALL);
    }
  }
  return cost;
}

function waysTo(arena: Arena, team: number): Ways | undefined {
  const ofArena = known.get(arena) ?? new Map<number, Ways | undefined>();
  known.set(arena, ofArena);
  if (!ofArena.has(team)) ofArena.set(team, explore(arena, team));
  return ofArena.get(team);
}

/** From the goal outwards; what turns out nearer than it seemed is gone on from again. */
function explore(arena: Arena, team: number): Ways | undefined {
  const goal = goalOfTeam(arena, team);
  if (goal === undefined) return undefined;
  const ways = new Float64Array(arena.tiles.length).fill(Infinity);
  const start = Math.floor(goal.y) * arena.width + Math.floor(goal.x);
  ways[start] = 0;
  let edge = [start];
  while (edge.length > 0) {
    const next = new Set<number>();
    for (const index of edge) {
      for (const beside of neighbours(arena, index)) {
        const isSlanted = (beside - index) % arena.width !== 0 && Math.abs(beside - index) > 1;
        const way = (ways[index] ?? 0) + (isSlanted ? Math.SQRT2 : 1) + costOf(arena, beside);
        if (way >= (ways[beside] ?? 0)) continue;
        ways[beside] = way;
        next.add(beside);
      }
    }
    edge = [...next];
  }
  return ways;
}
