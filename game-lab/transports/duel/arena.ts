import type { Arena } from "#shared/arena/arena.ts";
import { drawArena } from "../../draw-arena.ts";

/** Rows of a round floor of `diameter` tiles with a void around it. */
function disc(diameter: number, margin: number): string[] {
  const size = diameter + 2 * margin;
  const centre = size / 2;
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => {
      const inside = Math.hypot(column + 0.5 - centre, row + 0.5 - centre) <= diameter / 2;
      return inside ? "." : " ";
    }).join(""),
  );
}

/**
 * The floor of a duel: round, without anything on it, and so small that a good push decides. What is equal for both
 * is left to decide nothing.
 */
export const DUEL_ARENA: Arena = { ...drawArena(...disc(9, 4)), id: "lab-duel", name: "Duel" };

/** Where the two begin (tiles): opposite each other, as far from the edge as from each other's reach. */
export const DUEL_SPAWNS = [
  { x: DUEL_ARENA.width / 2 - 2.5, y: DUEL_ARENA.height / 2 },
  { x: DUEL_ARENA.width / 2 + 2.5, y: DUEL_ARENA.height / 2 },
] as const;
