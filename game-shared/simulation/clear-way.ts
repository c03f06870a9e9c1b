import { type Ground, tileOf } from "./ground.ts";
import { TILE_RULES } from "./tiles/table.ts";

/** Whether nothing but air is between two points: walls stop a push. */
export function isClear(ground: Ground, x0: number, y0: number, x1: number, y1: number): boolean {
  const distance = Math.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2);
  // A quarter of a tile cannot jump over a wall, and grazing a corner may pass.
  const steps = Math.ceil(distance * 4);
  for (let i = 1; i < steps; i++) {
    const x = x0 + ((x1 - x0) * i) / steps;
    const y = y0 + ((y1 - y0) * i) / steps;
    if (TILE_RULES[tileOf(ground, Math.floor(x), Math.floor(y))].blocksPush) return false;
  }
  return true;
}
