import { type Arena, Tile, tileAt } from "#shared/arena/arena.ts";
import { INK, mix } from "../palette.ts";
import { createCanvas } from "../sprites/rasterise.ts";
import { isGround } from "./plan.ts";
import { themeOf } from "./themes.ts";

/** Pixels per tile: enough for tiles and rims, and a large arena is still sketched within a frame. */
export const SKETCH_SCALE = 8;
/** How far the soil hangs below the ground, and how wide the rim is (tiles). */
const SOIL = 0.75;
const RIM = 0.125;

/** A plain version of an island, drawn in a moment, which stands there until the real one is painted. */
export function sketchArena(arena: Arena): HTMLCanvasElement {
  const { width, height } = arena;
  const { canvas, context } = createCanvas(width * SKETCH_SCALE, (height + 1) * SKETCH_SCALE);
  context.scale(SKETCH_SCALE, SKETCH_SCALE);
  const { ground, lip, soil, wall } = themeOf(arena.theme);
  const colors: Partial<Record<Tile, string>> = {
    [Tile.Ice]: mix("#8fe0fa", "#b9effd", 0.5),
    [Tile.Conveyor]: "#3c4470",
    [Tile.Wall]: wall[0],
  };
  const solid = (c: number, r: number) => isGround(tileAt(arena, c, r));
  for (let r = 0; r < height; r++) {
    for (let c = 0; c < width; c++) {
      if (!solid(c, r)) continue;
      context.fillStyle = colors[tileAt(arena, c, r)] ?? ground[(c + r) % 2 === 0 ? 0 : 1];
      context.fillRect(c, r, 1, 1);
      context.fillStyle = lip;
      if (!solid(c, r - 1)) context.fillRect(c, r, 1, RIM);
      if (!solid(c - 1, r)) context.fillRect(c, r, RIM, 1);
      if (!solid(c + 1, r)) context.fillRect(c + 1 - RIM, r, RIM, 1);
      if (solid(c, r + 1)) continue;
      context.fillRect(c, r + 1 - RIM, 1, RIM);
      context.fillStyle = mix(soil[0], INK, 0.15);
      context.fillRect(c, r + 1, 1, SOIL);
    }
  }
  return canvas;
}
