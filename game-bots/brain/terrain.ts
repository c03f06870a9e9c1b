import { type Arena, DIRECTIONS, Tile } from "#shared/arena/arena.ts";
import { type Ground, tileOf } from "#shared/simulation/ground.ts";
import { otherEnd } from "#shared/simulation/tiles/teleporter.ts";
import { isWindy } from "#shared/simulation/wind.ts";
import { TILES } from "#shared/tunables.ts";
import type { Vector } from "./geometry.ts";

/** Distances to the void are measured up to here (tiles); farther is all the same. */
export const FAR_FROM_EDGE = 5;
/** On tiles this far from anything tricky (tiles) nobody has to look where they go: a stop takes 0.5. */
const CALM_DISTANCE = 2.2;

/** What a map means to a bot; computed once per arena and ring that sinks. */
export interface Terrain {
  /** Per tile: distance (tiles) from its centre to the nearest void, up to FAR_FROM_EDGE. */
  readonly clearance: Float32Array;
  /** Per tile: 1 where all around is plain floor. */
  readonly calm: Uint8Array;
  /** Springs and teleporters by the tiles that they lead to. */
  readonly jumpsTo: ReadonlyMap<number, readonly number[]>;
}

/** By arena, and then by how many rings of its rim have sunk. */
const known = new WeakMap<Arena, Terrain[]>();

/** The terrain of a ground. */
export function terrainOf({ arena, sunk }: Pick<Ground, "arena" | "sunk">): Terrain {
  const terrains = known.get(arena) ?? [];
  known.set(arena, terrains);
  const cached = terrains[sunk];
  if (cached !== undefined) return cached;
  const ground = { arena, sunk, crumblePhases: [] };
  const size = arena.width * arena.height;
  const clearance = new Float32Array(size);
  const calm = new Uint8Array(size);
  for (let index = 0; index < size; index++) {
    clearance[index] = distanceTo(ground, index, FAR_FROM_EDGE, (tile) => tile === Tile.Void);
    const isCalm = distanceTo(ground, index, CALM_DISTANCE, isTricky) >= CALM_DISTANCE;
    calm[index] = isCalm && !isWindy(ground, index) ? 1 : 0;
  }
  const terrain = { clearance, calm, jumpsTo: findJumps(ground) };
  terrains[sunk] = terrain;
  return terrain;
}

function isTricky(tile: Tile): boolean {
  return tile !== Tile.Floor && tile !== Tile.Wall;
}

/** Distance (tiles) from the centre of a tile to the nearest tile of a kind, at most `limit`. */
function distanceTo(ground: Ground, index: number, limit: number, isKind: (tile: Tile) => boolean): number {
  const { arena } = ground;
  const column = index % arena.width;
  const row = Math.floor(index / arena.width);
  const reach = Math.ceil(limit);
  let nearest = isKind(tileOf(ground, column, row)) ? 0 : limit;
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      if (!isKind(tileOf(ground, column + dx, row + dy))) continue;
      const distance = Math.hypot(Math.max(0, Math.abs(dx) - 0.5), Math.max(0, Math.abs(dy) - 0.5));
      if (distance < nearest) nearest = distance;
    }
  }
  return nearest;
}

function findJumps(ground: Ground): Map<number, number[]> {
  const { arena } = ground;
  const jumpsTo = new Map<number, number[]>();
  const add = (to: number, from: number): void => {
    jumpsTo.set(to, [...(jumpsTo.get(to) ?? []), from]);
  };
  const flight = Math.floor(TILES.springSpeed * TILES.springAirTime);
  arena.tiles.forEach((tile, index) => {
    const end = otherEnd(arena, index);
    if (end !== undefined && isPad(ground, end))
      for (const { x, y } of DIRECTIONS) add(end + y * arena.width + x, index);
    const direction = DIRECTIONS[arena.directions[index] ?? 0];
    if (tile !== Tile.Spring || direction === undefined) return;
    const column = (index % arena.width) + direction.x * flight;
    const row = Math.floor(index / arena.width) + direction.y * flight;
    if (tileOf(ground, column, row) === Tile.Void) return;
    add(row * arena.width + column, index);
  });
  return jumpsTo;
}

/** Whether a teleporter has not sunk. */
function isPad(ground: Ground, index: number): boolean {
  const { width } = ground.arena;
  return tileOf(ground, index % width, Math.floor(index / width)) === Tile.Teleporter;
}

/** Distance (tiles) to the nearest void at a point, between the tile centres interpolated. */
export function clearanceAt(ground: Ground, x: number, y: number): number {
  const { arena } = ground;
  const { clearance } = terrainOf(ground);
  const column = Math.floor(x - 0.5);
  const row = Math.floor(y - 0.5);
  const fx = x - 0.5 - column;
  const fy = y - 0.5 - row;
  const at = (c: number, r: number): number =>
    c < 0 || r < 0 || c >= arena.width || r >= arena.height ? 0 : (clearance[r * arena.width + c] ?? 0);
  const top = at(column, row) * (1 - fx) + at(column + 1, row) * fx;
  const bottom = at(column, row + 1) * (1 - fx) + at(column + 1, row + 1) * fx;
  return top * (1 - fy) + bottom * fy;
}

/** Unit vector away from the nearest edges; zero where it is the same all around. */
export function inward(ground: Ground, x: number, y: number): Vector {
  const dx = clearanceAt(ground, x + 1, y) - clearanceAt(ground, x - 1, y);
  const dy = clearanceAt(ground, x, y + 1) - clearanceAt(ground, x, y - 1);
  const length = Math.hypot(dx, dy);
  return length < 0.05 ? { x: 0, y: 0 } : { x: dx / length, y: dy / length };
}

/** Whether the tile at a point is plain floor with nothing but plain floor around. */
export function isCalm(ground: Ground, x: number, y: number): boolean {
  const { arena } = ground;
  const column = Math.floor(x);
  const row = Math.floor(y);
  if (column < 0 || row < 0 || column >= arena.width || row >= arena.height) return false;
  return terrainOf(ground).calm[row * arena.width + column] === 1;
}
