import type { Arena } from "#shared/arena/arena.ts";
import { tileAt } from "#shared/arena/arena.ts";
import { BALL } from "#shared/ball-tunables.ts";
import { TILE_RULES } from "#shared/simulation/tiles/table.ts";
import { bearing, turnTo, type Vector } from "./geometry.ts";

/** What it costs a ball to be on a tile besides the way: near the void, near a wall, near or on what throws it somewhere. */
const BY_VOID = 5;
const BY_WALL = 1.5;
const BY_BUMPER = 5;
const THROWS = 8;
/** Ways to push it that are looked at, all around. */
const WAYS_TRIED = 16;
/** A push rolls it about so far (tiles), in steps of this length; less far after it has bounced off a wall or the rim. */
const ROLLS = 4;
const STEP = 0.5;
const BOUNCED = 0.6;
/** What speaks against a way on which it is thrown about. */
const THROWN = 4;
/** What speaks against a way for which nobody can stand behind the ball, and against one round the ball (per radian). */
const NO_STAND = 5;
const AROUND = 0.7;
/** Whoever is off a way by no more than this (radians) need not get behind the ball any more. */
const BEHIND_IT = 0.6;

/** Per tile: how far it is from there to the goal for a ball; infinitely where it cannot be. */
type Ways = Float64Array;

/** What is known of an arena for one of its goals. */
interface Pitch {
  readonly ways: Ways;
  /** By tile: what pushing a ball from there is worth, by direction, and whether somebody can stand behind it. */
  readonly pushes: Map<number, readonly Push[]>;
}

interface Push {
  readonly angle: number;
  /** By how much nearer to the goal the ball gets. */
  readonly worth: number;
  readonly canStand: boolean;
}

const known = new WeakMap<Arena, Map<number, Pitch | undefined>>();

/**
 * The direction (radians) in which to push a ball that is to get into the goal of a team: it brings it nearer, away from the rim and from
 * what throws it about, and whoever pushes can get behind it without a long way round. Where nobody can, it is made to bounce
 * off the rim. Undefined where there is no way or no such goal.
 */
export function wayForBall(
  arena: Arena,
  team: number,
  ball: Vector,
  behind: number,
  from: Vector,
): number | undefined {
  const pitch = pitchOf(arena, team);
  if (pitch === undefined) return undefined;
  const index = Math.floor(ball.y) * arena.width + Math.floor(ball.x);
  let pushes = pitch.pushes.get(index);
  if (pushes === undefined) {
    pushes = pushesFrom(arena, pitch.ways, index, behind);
    pitch.pushes.set(index, pushes);
  }
  const now = bearing(from, ball);
  let best: number | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const { angle, worth, canStand } of pushes) {
    const off = Math.abs(turnTo(now, angle));
    const score = worth - AROUND * off - (canStand || off < BEHIND_IT ? 0 : NO_STAND);
    if (score <= bestScore) continue;
    best = angle;
    bestScore = score;
  }
  return best;
}

/** How far it is from a place to the goal of a team for a ball; undefined where it cannot be, or where there is no such goal. */
export function wayLeft(arena: Arena, team: number, { x, y }: Vector): number | undefined {
  const left = pitchOf(arena, team)?.ways[Math.floor(y) * arena.width + Math.floor(x)];
  return left !== undefined && Number.isFinite(left) ? left : undefined;
}

function pushesFrom(arena: Arena, ways: Ways, index: number, behind: number): Push[] {
  const from = middleOf(arena, index);
  return Array.from({ length: WAYS_TRIED }, (_, number) => {
    const angle = (number / WAYS_TRIED) * 2 * Math.PI;
    const end = rollTo(arena, from, { x: Math.cos(angle), y: Math.sin(angle) });
    const loss = end !== from && throwsAt(arena, end) ? THROWN : 0;
    const left = ways[Math.floor(end.y) * arena.width + Math.floor(end.x)] ?? Infinity;
    const stand = { x: from.x - Math.cos(angle) * behind, y: from.y - Math.sin(angle) * behind };
    const now = ways[index] ?? Infinity;
    return {
      angle,
      worth: Number.isFinite(left) && Number.isFinite(now) ? now - left - loss : 0,
      canStand: isOpen(arena, from, stand),
    };
  });
}

/** About where a ball ends that is pushed in a direction: where it is thrown about, or bounces back a little from what is in the way. */
function rollTo(arena: Arena, from: Vector, way: Vector): Vector {
  let end = from;
  for (let rolled = STEP; rolled <= ROLLS; rolled += STEP) {
    const next = { x: from.x + way.x * rolled, y: from.y + way.y * rolled };
    if (carries(arena, Math.floor(next.x), Math.floor(next.y))) {
      end = next;
      if (throwsAt(arena, next)) break;
      continue;
    }
    const back = awayFromEdges(arena, end);
    const along = way.x * back.x + way.y * back.y;
    const left = (ROLLS - rolled) * BOUNCED;
    const bounced = {
      x: end.x + (way.x - 2 * along * back.x) * left,
      y: end.y + (way.y - 2 * along * back.y) * left,
    };
    return isOpen(arena, end, bounced) && carries(arena, Math.floor(bounced.x), Math.floor(bounced.y))
      ? bounced
      : end;
  }
  return end;
}

/** The direction away from all that is around a place and carries no ball; zero where there is nothing or it is all around. */
function awayFromEdges(arena: Arena, { x, y }: Vector): Vector {
  let away = { x: 0, y: 0 };
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      if (!carries(arena, Math.floor(x) + dx, Math.floor(y) + dy)) away = { x: away.x - dx, y: away.y - dy };
    }
  }
  const length = Math.hypot(away.x, away.y);
  return length === 0 ? away : { x: away.x / length, y: away.y / length };
}

/** Whether a ball at a place is thrown about: by what it is on, or by a bumper that it touches. */
function throwsAt(arena: Arena, { x, y }: Vector): boolean {
  const column = Math.floor(x);
  const row = Math.floor(y);
  if (TILE_RULES[tileAt(arena, column, row)].stand !== undefined) return true;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const { solid } = TILE_RULES[tileAt(arena, column + dx, row + dy)];
      if (solid?.throws === undefined) continue;
      const reach = BALL.radius + (solid.radius ?? 0.5);
      if ((column + dx + 0.5 - x) ** 2 + (row + dy + 0.5 - y) ** 2 < reach ** 2) return true;
    }
  }
  return false;
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

function costOf(arena: Arena, index: number): number {
  const x = index % arena.width;
  const y = Math.floor(index / arena.width);
  let cost = TILE_RULES[tileAt(arena, x, y)].stand === undefined ? 0 : THROWS;
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const rule = TILE_RULES[tileAt(arena, x + dx, y + dy)];
      if (rule.bottomless) cost = Math.max(cost, BY_VOID);
      else if (rule.solid?.throws !== undefined) cost = Math.max(cost, BY_BUMPER);
      else if (rule.solid !== undefined) cost = Math.max(cost, BY_WALL);
    }
  }
  return cost;
}

function pitchOf(arena: Arena, team: number): Pitch | undefined {
  const ofArena = known.get(arena) ?? new Map<number, Pitch | undefined>();
  known.set(arena, ofArena);
  if (!ofArena.has(team)) {
    const ways = explore(arena, team);
    ofArena.set(team, ways && { ways, pushes: new Map() });
  }
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
