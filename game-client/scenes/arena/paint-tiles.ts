import { type Arena, Tile } from "#shared/arena/arena.ts";
import { colorNumber } from "../palette.ts";
import { createCanvas } from "../sprites/rasterise.ts";

const KINDS = Math.max(...Object.values(Tile)) + 1;

/** What a tile is filled with (`#rrggbb`), or undefined for nothing; `odd` alternates like a chessboard. */
export type TileColor = (tile: Tile, odd: boolean) => string | undefined;

/**
 * Fills each tile of an arena with one colour, from the top left corner of a canvas on, at `scale` pixels a tile. The
 * tiles are written as pixels and drawn once: thousands of rectangles would take longer than a frame has.
 */
export function paintTiles(
  context: CanvasRenderingContext2D,
  arena: Arena,
  scale: number,
  colorOf: TileColor,
): void {
  const { width, height, tiles } = arena;
  const small = createCanvas(width, height);
  const image = small.context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const colors = Uint32Array.from({ length: 2 * KINDS }, (_, i) =>
    pixelOf(colorOf((i >> 1) as Tile, i % 2 === 1)),
  );
  for (let r = 0, at = 0; r < height; r++) {
    for (let c = 0; c < width; c++, at++) {
      pixels[at] = colors[2 * (tiles[at] ?? 0) + ((r + c) % 2)] ?? 0;
    }
  }
  small.context.putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(small.canvas, 0, 0, width * scale, height * scale);
  context.imageSmoothingEnabled = true;
}

/** `#rrggbb` as the pixel of a canvas, whose bytes are red, green, blue and opacity; without a colour, nothing. */
function pixelOf(color: string | undefined): number {
  if (color === undefined) return 0;
  const rgb = colorNumber(color);
  return new Uint32Array(Uint8Array.of(rgb >> 16, rgb >> 8, rgb, 255).buffer)[0] ?? 0;
}
