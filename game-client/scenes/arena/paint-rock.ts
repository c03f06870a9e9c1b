import { hash } from "../maths/hash.ts";
import { INK, mix } from "../palette.ts";
import type { ArenaPlan } from "./plan.ts";

/** Thickness of the soil under the rim (tiles). */
export const SOIL = 0.42;
/** How far the deepest rock hangs below the lowest edge (tiles). */
export const ROCK_DEPTH = 4.4;
/** Width of a facet of rock (tiles). */
const FACET = 0.5;
/** An edge with ground within this many rows below it gets short rock only: the rest would be hidden. */
const COVERED_ROWS = 7;
/** Depth of the rock under such an edge, and at the ends of an island (tiles). */
const SHORT = 0.7;
/** Depth gained per tile of an island's width, and the most of it. */
const TAPER = 0.13;
const TAPER_MAX = 3;

/** The underside of an edge that looks south, at one facet. */
interface Facet {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** Paints the rock that hangs below the islands, as facets lit from the upper left. */
export function paintRock(ctx: CanvasRenderingContext2D, plan: ArenaPlan): void {
  for (const strip of strips(plan)) {
    paintStrip(ctx, plan, strip, 1.22, 0.35);
    paintStrip(ctx, plan, strip, 1, 0);
  }
}

/** Groups of neighbouring columns whose edge looks south, top to bottom so that nearer ones cover. */
function strips(plan: ArenaPlan): Facet[][] {
  const { width, height } = plan.arena;
  const found: Facet[][] = [];
  for (let r = 0; r < height; r++) {
    let start = -1;
    for (let c = 0; c <= width; c++) {
      const edge = c < width && plan.solid(c, r) && !plan.solid(c, r + 1);
      if (edge && start < 0) start = c;
      if (!edge && start >= 0) {
        found.push(facets(plan, start, c, r + 1));
        start = -1;
      }
    }
  }
  return found;
}

function facets(plan: ArenaPlan, from: number, to: number, y: number): Facet[] {
  const extent = islandExtent(plan, from, to, y - 1);
  const taper = Math.min(TAPER_MAX, (extent.right - extent.left) * TAPER);
  const count = Math.max(2, Math.round((to - from) / FACET));
  const list: Facet[] = [];
  for (let i = 0; i <= count; i++) {
    const x = from + ((to - from) * i) / count;
    const t = (2 * (x - extent.left)) / Math.max(1, extent.right - extent.left) - 1;
    const open = isOpenBelow(plan, Math.min(to - 1, Math.floor(x)), y);
    const jag = hash(i, from * 31 + y) * 0.55 * (1 + taper * 0.35);
    const ends = i === 0 || i === count ? 0.55 : 1;
    const depth = open ? SHORT + taper * (1 - Math.abs(t) ** 1.7) + jag : SHORT * 0.8 + jag * 0.5;
    list.push({ x, top: y, bottom: y + SOIL + depth * ends });
  }
  return list;
}

/** How far the island reaches to both sides of an edge, on the rows around it. */
function islandExtent(plan: ArenaPlan, from: number, to: number, row: number) {
  let left = from;
  let right = to;
  let r = row;
  while (r >= 0 && row - r < COVERED_ROWS) {
    while (plan.solid(left - 1, r)) left--;
    while (plan.solid(right, r)) right++;
    r--;
  }
  return { left, right };
}

function isOpenBelow(plan: ArenaPlan, column: number, y: number): boolean {
  for (let r = y; r < y + COVERED_ROWS; r++) if (plan.solid(column, r)) return false;
  return true;
}

/** `stretch` lengthens the rock and `back` (0..1) darkens it, for the layer behind. */
function paintStrip(
  ctx: CanvasRenderingContext2D,
  plan: ArenaPlan,
  strip: readonly Facet[],
  stretch: number,
  back: number,
): void {
  const [lit, dark, deep] = plan.theme.rock;
  const shift = back > 0 ? FACET * 0.5 : 0;
  strip.forEach((a, i) => {
    const b = strip[i + 1];
    if (!b) return;
    const depthA = a.top + (a.bottom - a.top) * stretch;
    const depthB = b.top + (b.bottom - b.top) * stretch;
    const faces = depthB > depthA ? 0.25 : 0.85;
    const side = mix(lit, dark, Math.min(1, Math.max(0, faces + (hash(i, a.top, 5) - 0.5) * 0.4)));
    const base = back > 0 ? mix(side, deep, 0.45 + back * 0.4) : side;
    const fill = ctx.createLinearGradient(0, a.top, 0, Math.max(depthA, depthB));
    fill.addColorStop(0, mix(base, INK, 0.35));
    fill.addColorStop(0.22, base);
    fill.addColorStop(1, mix(base, deep, 0.8));
    ctx.fillStyle = fill;
    ctx.strokeStyle = fill;
    ctx.lineWidth = 0.02;
    ctx.beginPath();
    ctx.moveTo(a.x + shift, a.top);
    ctx.lineTo(b.x + shift, b.top);
    ctx.lineTo(b.x + shift * 0.4, depthB);
    ctx.lineTo(a.x + shift * 0.4, depthA);
    ctx.closePath();
    ctx.fill();
    ctx.stroke();
    if (back === 0) paintCrack(ctx, a, b, depthA, depthB, lit, i);
  });
}

/** A light edge on some facets, which makes them read as stone. */
function paintCrack(
  ctx: CanvasRenderingContext2D,
  a: Facet,
  b: Facet,
  depthA: number,
  depthB: number,
  lit: string,
  index: number,
): void {
  if (hash(index, a.top, 9) < 0.45) return;
  const level = 0.35 + hash(index, a.top, 11) * 0.3;
  ctx.strokeStyle = mix(lit, "#ffffff", 0.25);
  ctx.globalAlpha = 0.35;
  ctx.lineWidth = 0.05;
  ctx.beginPath();
  ctx.moveTo(a.x + 0.08, a.top + (depthA - a.top) * level);
  ctx.lineTo(b.x - 0.08, b.top + (depthB - b.top) * (level - 0.12));
  ctx.stroke();
  ctx.globalAlpha = 1;
}
