import { INK } from "../palette.ts";
import { FONT_STACK } from "../sprites/glyphs.ts";
import { createCanvas } from "../sprites/rasterise.ts";
import { wrapText } from "./wrap.ts";

/** Sizes in CSS pixels. */
const LETTERS = 14;
const LINE = 18;
const MOST_LINES = 3;
const WIDTH = 180;
const PADDING = 9;
const CORNER = 11;
const TAIL = 7;
const OUTLINE = 2;

/** A speech bubble with a text, its tail in the middle of its lower edge. `scale` in texture pixels per CSS pixel. */
export function paintBubble(text: string, scale: number): HTMLCanvasElement {
  const { canvas, context: ctx } = createCanvas(1, 1);
  const font = `600 ${LETTERS}px ${FONT_STACK}`;
  ctx.font = font;
  const lines = wrapText(text, WIDTH, MOST_LINES, (part) => ctx.measureText(part).width);
  const wide = Math.max(...lines.map((line) => ctx.measureText(line).width));
  const width = Math.ceil(Math.max(2 * CORNER + 2 * TAIL, wide + 2 * PADDING));
  const height = lines.length * LINE + PADDING;
  canvas.width = Math.ceil((width + 2 * OUTLINE) * scale);
  canvas.height = Math.ceil((height + TAIL + 2 * OUTLINE) * scale);
  ctx.scale(scale, scale);
  ctx.translate(OUTLINE, OUTLINE);
  ctx.beginPath();
  ctx.roundRect(0, 0, width, height, CORNER);
  ctx.moveTo(width / 2 - TAIL, height);
  ctx.lineTo(width / 2, height + TAIL);
  ctx.lineTo(width / 2 + TAIL, height);
  ctx.lineJoin = "round";
  ctx.lineWidth = 2 * OUTLINE;
  ctx.strokeStyle = INK;
  ctx.stroke();
  ctx.fillStyle = "#ffffff";
  ctx.fill();
  ctx.font = font;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = INK;
  for (const [i, line] of lines.entries()) {
    ctx.fillText(line, width / 2, PADDING / 2 + (i + 0.5) * LINE + 0.5, WIDTH + 1);
  }
  return canvas;
}
