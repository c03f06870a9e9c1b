import { type Arena, type DIRECTIONS, directionOf, Tile, tileAt } from "../arena/arena.ts";
import { rimOf } from "./rim.ts";

/** The floor as it is now: the map, what has crumbled away and how much of the rim has sunk. Both ends have it. */
export interface Ground {
  readonly arena: Arena;
  /** Per crumbling tile: 0 whole, 1 shaking, 2 gone. */
  readonly crumblePhases: ArrayLike<number>;
  /** Rings of the rim that are gone: see `simulation/rim.ts`. */
  readonly sunk: number;
}

/** Kind of a tile; what has sunk, walls included, is void. A crumbling tile is one whether it is gone or not. */
export function tileOf(ground: Ground, column: number, row: number): Tile {
  const { arena, sunk } = ground;
  const tile = tileAt(arena, column, row);
  if (sunk === 0 || tile === Tile.Void) return tile;
  return (rimOf(arena).rings[row * arena.width + column] ?? 0) < sunk ? Tile.Void : tile;
}

/** Kind of the tile at a point; a crumbling tile that is gone is void. */
export function tileUnder(ground: Ground, x: number, y: number): Tile {
  const { arena } = ground;
  const column = Math.floor(x);
  const row = Math.floor(y);
  const tile = tileOf(ground, column, row);
  if (tile !== Tile.Crumble) return tile;
  const position = arena.crumbleIndex[row * arena.width + column] ?? -1;
  return ground.crumblePhases[position] === 2 ? Tile.Void : Tile.Crumble;
}

/** Index into `arena.tiles` of the tile at a point; -1 outside the map. */
export function tileIndexAt({ width, height }: Arena, x: number, y: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  return column < 0 || row < 0 || column >= width || row >= height ? -1 : row * width + column;
}

/** Unit vector of the conveyor or spring at a point. */
export function directionAt(arena: Arena, x: number, y: number): (typeof DIRECTIONS)[number] {
  return directionOf(arena, Math.floor(y) * arena.width + Math.floor(x));
}
