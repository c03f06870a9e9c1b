import { type Arena, DIRECTIONS, Tile, tileAt } from "#shared/arena/arena.ts";

/** A place in the arena (tiles). */
export interface Place {
  x: number;
  y: number;
}

/** The keys to run by (`KeyboardEvent.code`). */
const KEYS = { up: "KeyW", down: "KeyS", left: "KeyA", right: "KeyD" } as const;
/** Tiles between two characters when one pushes the other: near enough for the full blow. */
const PUSH_DISTANCE = 1.3;

/** Tiles between two places. */
export function distance(a: Place, b: Place): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The centre of the nearest empty tile, outside of the map included. */
export function nearestVoid(arena: Arena, from: Place): Place {
  let best = { x: -0.5, y: from.y };
  for (let row = -1; row <= arena.height; row++) {
    for (let column = -1; column <= arena.width; column++) {
      if (tileAt(arena, column, row) !== Tile.Void) continue;
      const centre = { x: column + 0.5, y: row + 0.5 };
      if (distance(centre, from) < distance(best, from)) best = centre;
    }
  }
  return best;
}

/** A place on floor from which somebody is pushed towards the nearest edge, or as near to that as floor allows. */
export function standBehind(arena: Arena, victim: Place): Place {
  const edge = nearestVoid(arena, victim);
  const away = Math.atan2(edge.y - victim.y, edge.x - victim.x);
  const places = [0, 1, -1, 2, -2].map((eighths) => {
    const angle = away + Math.PI + (eighths * Math.PI) / 4;
    return { x: victim.x + Math.cos(angle) * PUSH_DISTANCE, y: victim.y + Math.sin(angle) * PUSH_DISTANCE };
  });
  const place = places.find(({ x, y }) => tileAt(arena, Math.floor(x), Math.floor(y)) === Tile.Floor);
  if (place === undefined) throw new Error(`Nobody can stand behind ${victim.x}, ${victim.y}.`);
  return place;
}

/** What must not be around a tile that is walked on, from the most careful way of walking to the boldest. */
const CARE: readonly (readonly Tile[])[] = [[Tile.Void, Tile.Bumper], [Tile.Void], []];

/** Whether nobody comes to harm on a tile by being a little late. */
function isSafe(arena: Arena, column: number, row: number, dangers: readonly Tile[]): boolean {
  const tile = tileAt(arena, column, row);
  if (tile !== Tile.Floor && tile !== Tile.Conveyor) return false;
  const around = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => tileAt(arena, column + dx, row + dy)));
  return !around.some((neighbour) => dangers.includes(neighbour));
}

/** The middle of the tile to make for next on a shortest way that is as safe as can be; in the end the target. */
export function nextOnWay(arena: Arena, from: Place, to: Place): Place {
  for (const dangers of CARE) {
    const next = firstStep(arena, from, to, dangers);
    if (next !== undefined) return next;
  }
  throw new Error(`There is no way from ${from.x}, ${from.y} to ${to.x}, ${to.y}.`);
}

function firstStep(arena: Arena, from: Place, to: Place, dangers: readonly Tile[]): Place | undefined {
  const { width } = arena;
  const indexOf = (place: Place) => Math.floor(place.y) * width + Math.floor(place.x);
  const start = indexOf(from);
  const goal = indexOf(to);
  // From the goal, so that the first tile with a known step is the next one on the way.
  const towards = new Map<number, number>([[goal, goal]]);
  const open = [goal];
  for (let index = open.shift(); index !== undefined && index !== start; index = open.shift()) {
    for (const step of [1, -1, width, -width]) {
      const neighbour = index + step;
      const safe = isSafe(arena, neighbour % width, Math.floor(neighbour / width), dangers);
      if (towards.has(neighbour) || (neighbour !== start && !safe)) continue;
      towards.set(neighbour, index);
      open.push(neighbour);
    }
  }
  const next = towards.get(start);
  if (next === undefined) return undefined;
  return next === goal ? to : { x: (next % width) + 0.5, y: Math.floor(next / width) + 0.5 };
}

/** The direction in which there is nothing but floor before the void, and least of it. */
export function wayOut(arena: Arena, from: Place): string {
  const ways = (["right", "down", "left", "up"] as const).map((key, index) => {
    const { x, y } = DIRECTIONS[index] ?? DIRECTIONS[0];
    const tile = (far: number) => tileAt(arena, Math.floor(from.x) + x * far, Math.floor(from.y) + y * far);
    let far = 0;
    while (tile(far) === Tile.Floor) far += 1;
    return { key, far: tile(far) === Tile.Void ? far : Number.POSITIVE_INFINITY };
  });
  const nearest = ways.reduce((best, way) => (way.far < best.far ? way : best));
  if (!Number.isFinite(nearest.far))
    throw new Error(`There is no straight way off from ${from.x}, ${from.y}.`);
  return KEYS[nearest.key];
}

/** The keys to hold in order to run from one place to another. */
export function keysTowards(from: Place, to: Place): string[] {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const far = Math.max(Math.abs(dx), Math.abs(dy));
  const keys: string[] = [];
  if (Math.abs(dx) > far * 0.4) keys.push(dx > 0 ? KEYS.right : KEYS.left);
  if (Math.abs(dy) > far * 0.4) keys.push(dy > 0 ? KEYS.down : KEYS.up);
  return keys;
}
