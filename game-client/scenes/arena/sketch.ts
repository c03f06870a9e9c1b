import { type Arena, Tile } from "#shared/arena/arena.ts";
import { INK, mix } from "../palette.ts";
import { createCanvas } from "../sprites/rasterise.ts";
import { themeOf } from "../themes.ts";
import { paintTiles } from "./paint-tiles.ts";
import { isGround, solidTiles } from "./plan.ts";
import { tileTones } from "./tile-tones.ts";

/** Pixels per tile: enough for tiles and rims, and a large arena is still sketched within a frame. */
export const SKETCH_SCALE = 8;
/** How far the soil hangs below the ground, and how wide the rim is (pixels). */
const SOIL = 6;
const RIM = 1;

/** A plain version of an island, drawn in a moment, which stands there until the real one is painted. */
export function sketchArena(arena: Arena): HTMLCanvasElement {
  const { width, height } = arena;
  const { canvas, context } = createCanvas(width * SKETCH_SCALE, (height + 1) * SKETCH_SCALE);
  const { ground, lip, soil, wall } = themeOf(arena.theme);
  const tones = tileTones(arena.theme);
  const colors: Partial<Record<Tile, string>> = {
    [Tile.Ice]: mix(tones[Tile.Ice], "#b9effd", 0.5),
    [Tile.Conveyor]: tones[Tile.Conveyor],
    [Tile.Wall]: wall[0],
    [Tile.Fan]: wall[0],
    [Tile.Mud]: tones[Tile.Mud],
  };
  paintTiles(context, arena, SKETCH_SCALE, (tile, odd) =>
    isGround(tile) ? (colors[tile] ?? ground[odd ? 1 : 0]) : undefined,
  );
  const solid = solidTiles(arena);
  const rims = new Path2D();
  const edges = new Path2D();
  for (let r = 0; r < height; r++) {
    for (let c = 0; c < width; c++) {
      const at = r * width + c;
      if (!solid[at]) continue;
      const x = c * SKETCH_SCALE;
      const y = r * SKETCH_SCALE;
      if (r === 0 || !solid[at - width]) rims.rect(x, y, SKETCH_SCALE, RIM);
      if (c === 0 || !solid[at - 1]) rims.rect(x, y, RIM, SKETCH_SCALE);
      if (c === width - 1 || !solid[at + 1]) rims.rect(x + SKETCH_SCALE - RIM, y, RIM, SKETCH_SCALE);
      if (r < height - 1 && solid[at + width]) continue;
      rims.rect(x, y + SKETCH_SCALE - RIM, SKETCH_SCALE, RIM);
      edges.rect(x, y + SKETCH_SCALE, SKETCH_SCALE, SOIL);
    }
  }
  context.fillStyle = lip;
  context.fill(rims);
  context.fillStyle = mix(soil[0], INK, 0.15);
  context.fill(edges);
  return canvas;
}
