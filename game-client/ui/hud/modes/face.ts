import type { ComponentType } from "preact";
import type { Column } from "./column.tsx";

/** How the page shows a mode: a file each beside this one, and a line of `table.tsx`. */
export interface ModeFace {
  /** What the score table says of each player; the first is what counts, and stands beside the leaders as well. */
  readonly columns: readonly [Column, ...Column[]];
  /** What stands below the clock while the match runs. */
  readonly Panel?: ComponentType;
}
