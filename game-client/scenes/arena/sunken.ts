import { type Arena, Tile } from "#shared/arena/arena.ts";
import { rimOf } from "#shared/simulation/rim.ts";

/** An arena as it is when so many rings of its rim have sunk. */
export function sunkenArena(arena: Arena, sunk: number): Arena {
  if (sunk === 0) return arena;
  const { rings } = rimOf(arena);
  const tiles = arena.tiles.map((tile, index) => ((rings[index] ?? 0) < sunk ? Tile.Void : tile));
  return { ...arena, tiles };
}

/** Where the tiles of a ring of the rim are that have something to sink: their columns and rows. */
export function ringTiles(arena: Arena, ring: number): { readonly column: number; readonly row: number }[] {
  const { rings } = rimOf(arena);
  return [...arena.tiles.keys()]
    .filter((index) => rings[index] === ring && arena.tiles[index] !== Tile.Void)
    .map((index) => ({ column: index % arena.width, row: Math.floor(index / arena.width) }));
}
