import { INK } from "../palette.ts";
import { createCanvas } from "./rasterise.ts";

/** What numbers in the picture are written with. */
export const GLYPHS = "0123456789%+";
/** How bad a number is: white is harmless, red is nearly over the edge. */
export const GLYPH_TONES = ["#ffffff", "#ffe14d", "#ff9f3f", "#ff5a5f"] as const;
/** Height of a digit's line (tiles). */
export const GLYPH_HEIGHT = 0.44;
/** Fonts by preference: the page's own, then whatever is round and bold. */
export const FONT_STACK = '"Fredoka", ui-rounded, "Segoe UI", system-ui, sans-serif';

/** Outlined digits are painted as sprites `glyph-<tone>-<character>`; widths in pixels. */
export function paintGlyph(character: string, tone: string, height: number) {
  const { canvas, context: ctx } = createCanvas(1, 1);
  const font = `900 ${height * 0.74}px ${FONT_STACK}`;
  const line = height * 0.2;
  ctx.font = font;
  canvas.width = Math.ceil(ctx.measureText(character).width + line);
  canvas.height = Math.ceil(height);
  ctx.font = font;
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = line;
  ctx.strokeStyle = INK;
  ctx.fillStyle = tone;
  ctx.strokeText(character, line / 2, canvas.height / 2);
  ctx.fillText(character, line / 2, canvas.height / 2);
  return { canvas, advance: canvas.width - line * 0.8 };
}
