import type { Arena } from "#shared/arena/arena.ts";
import { drawArena } from "../draw-arena.ts";

/** Size of the hall (tiles). */
export const HALL = { width: 44, height: 24 } as const;

/** A hall that nobody falls out of, with a spawn at either end. `marks`: what else a mode needs in it. */
export function hall(marks: Arena["marks"]): Arena {
  const { width, height } = HALL;
  const wall = "#".repeat(width);
  const inner = Array.from({ length: height - 2 }, (_, row) =>
    row === height / 2 ? `#.S${".".repeat(width - 6)}S.#` : `#${".".repeat(width - 2)}#`,
  );
  return { ...drawArena(wall, ...inner, wall), marks };
}
