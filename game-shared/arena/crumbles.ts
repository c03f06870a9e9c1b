import { type Arena, Tile } from "./arena.ts";

/** The crumbling tiles among the tiles of a map, by number and by position. */
export function indexCrumbles(tiles: Uint8Array): Pick<Arena, "crumbles" | "crumbleIndex"> {
  const crumbles: number[] = [];
  const crumbleIndex = new Int16Array(tiles.length).fill(-1);
  tiles.forEach((tile, index) => {
    if (tile === Tile.Crumble) crumbleIndex[index] = crumbles.push(index) - 1;
  });
  return { crumbles, crumbleIndex };
}
