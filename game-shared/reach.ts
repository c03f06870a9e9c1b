import { type Arena, DIRECTIONS, Tile, tileAt } from "./arena/arena.ts";
import { otherEnd } from "./simulation/tiles/teleporter.ts";

/** A place in an arena (tiles). */
interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Steps of the shortest walk to each tile from a place, over tiles of the kinds that `isWay` names and through teleporters, if it
 * names those; -1 where there is none.
 */
export function walksFrom(arena: Arena, from: Place, isWay: (tile: Tile) => boolean): Int32Array {
  const { width } = arena;
  const steps = new Int32Array(arena.tiles.length).fill(-1);
  const open: number[] = [];
  const reach = (column: number, row: number, step: number): void => {
    const tile = tileAt(arena, column, row);
    if (tile === Tile.Void || !isWay(tile) || steps[row * width + column] !== -1) return;
    steps[row * width + column] = step;
    open.push(row * width + column);
  };
  reach(Math.floor(from.x), Math.floor(from.y), 0);
  for (const index of open) {
    // Whoever steps on a teleporter walks on from its other end.
    const at = otherEnd(arena, index) ?? index;
    const step = (steps[index] ?? 0) + 1;
    for (const { x, y } of DIRECTIONS) reach((at % width) + x, Math.floor(at / width) + y, step);
  }
  return steps;
}
