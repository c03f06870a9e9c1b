import { type Arena, DIRECTIONS, Tile, tileAt } from "../arena/arena.ts";

/** The floor as it is now: the map and what has crumbled away. Both ends have it. */
export interface Ground {
  readonly arena: Arena;
  /** Per crumbling tile: 0 whole, 1 shaking, 2 gone. */
  readonly crumblePhases: ArrayLike<number>;
}

/** Kind of the tile at a point; a crumbling tile that is gone is void. */
export function tileUnder(ground: Ground, x: number, y: number): Tile {
  const { arena } = ground;
  const column = Math.floor(x);
  const row = Math.floor(y);
  const tile = tileAt(arena, column, row);
  if (tile !== Tile.Crumble) return tile;
  const position = arena.crumbleIndex[row * arena.width + column] ?? -1;
  return ground.crumblePhases[position] === 2 ? Tile.Void : Tile.Crumble;
}

/** Unit vector of the conveyor or spring at a point. */
export function directionAt(arena: Arena, x: number, y: number): (typeof DIRECTIONS)[number] {
  const index = arena.directions[Math.floor(y) * arena.width + Math.floor(x)] ?? 0;
  return DIRECTIONS[index] ?? DIRECTIONS[0];
}
