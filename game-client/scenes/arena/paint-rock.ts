import { type Arena, tileAt } from "#shared/arena/arena.ts";
import { hash } from "../maths/hash.ts";
import { INK, mix } from "../palette.ts";
import type { Theme } from "../themes.ts";
import { type Brush, isGround, type Region } from "./plan.ts";

/** Thickness of the soil under the rim (tiles). */
export const SOIL = 0.42;
/** How far the deepest rock hangs below the lowest edge (tiles). */
export const ROCK_DEPTH = 4.6;
/** Width of a facet of rock, and how far its corners stray (tiles). */
const FACET = 0.72;
const STRAY = 0.3;
/** Levels of facets from the rim down, as shares of the depth. */
const LEVELS = [0, 0.2, 0.45, 0.72, 1] as const;
/** Depth of the rock at the ends of an island, and what it gains towards the middle per tile of width (tiles). */
const ENDS = 0.5;
const TAPER = { perTile: 0.15, most: 3.4 } as const;
/** Rock starts this far above the edge, behind the ground that is painted over it (tiles). */
const BEHIND = 0.45;
/** Share of a gap between two edges that rock may fill: sky has to show in it, since one can fall there. */
const GAP_SHARE = 0.42;
/** Edges of neighbouring columns that differ by more rows than this belong to different islands. */
const SAME_ISLAND = 4;

/** An edge that looks south, in one column. */
export interface Hanging {
  readonly column: number;
  readonly top: number;
  /** Rows of void below it. */
  readonly gap: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Paints the rock that hangs below the islands: facets, lit from the upper left, that fade with depth. */
export function paintRock(ctx: Brush, theme: Theme, rock: readonly Hanging[][], region: Region): void {
  const seen = rock.filter((group) => {
    const left = (group[0]?.column ?? 0) - STRAY;
    const right = left + group.length + 1;
    const tops = group.map((hanging) => hanging.top);
    const bottom = Math.max(...tops) + ROCK_DEPTH;
    const below = Math.min(...tops) - BEHIND > region.y + region.height;
    return !below && bottom > region.y && right > region.x && left < region.x + region.width;
  });
  for (const group of seen) paintMesh(ctx, theme, group, 1.2, 0.55);
  for (const group of seen) paintMesh(ctx, theme, group, 1, 0);
}

/** Neighbouring columns whose edges look south, upper ones first so that nearer rock covers farther. */
export function hangingRock(arena: Arena): Hanging[][] {
  const { width, height } = arena;
  const solid = (c: number, r: number) => isGround(tileAt(arena, c, r));
  const open: Hanging[][] = [];
  const done: Hanging[][] = [];
  for (let c = 0; c < width; c++) {
    for (let r = 0; r < height; r++) {
      if (!solid(c, r) || solid(c, r + 1)) continue;
      const hanging = { column: c, top: r + 1, gap: gapBelow(arena, c, r + 1) };
      const group = open.find((list) => continues(list.at(-1), hanging));
      if (group) group.push(hanging);
      else open.push([hanging]);
    }
    for (const list of open) if ((list.at(-1)?.column ?? c) < c) done.push(list);
    open.splice(0, open.length, ...open.filter((list) => list.at(-1)?.column === c));
  }
  done.push(...open);
  return done.sort((a, b) => (a[0]?.top ?? 0) - (b[0]?.top ?? 0));
}

function continues(last: Hanging | undefined, next: Hanging): boolean {
  if (!last || last.column !== next.column - 1) return false;
  const endless = last.gap === Number.POSITIVE_INFINITY;
  if (endless !== (next.gap === Number.POSITIVE_INFINITY)) return false;
  return endless ? Math.abs(last.top - next.top) <= SAME_ISLAND : last.top === next.top;
}

function gapBelow(arena: Arena, column: number, y: number): number {
  for (let r = y; r < arena.height; r++) if (isGround(tileAt(arena, column, r))) return r - y;
  return Number.POSITIVE_INFINITY;
}

/** `stretch` lengthens the rock, `back` (0..1) fades it, for the layer behind. */
function paintMesh(ctx: Brush, theme: Theme, group: readonly Hanging[], stretch: number, back: number): void {
  const first = group[0];
  if (!first) return;
  const width = group.length;
  const count = Math.max(2, Math.round(width / FACET));
  const salt = first.column * 7 + first.top + (back > 0 ? 900 : 0);
  const rows = LEVELS.map((level, j) =>
    Array.from({ length: count + 1 }, (_, i) => corner(group, i / count, level, i, j, salt, stretch)),
  );
  ctx.lineWidth = 0.02;
  ctx.lineJoin = "round";
  for (let j = 0; j + 1 < LEVELS.length; j++) {
    for (let i = 0; i < count; i++) {
      const [a, b, c, d] = [rows[j]?.[i], rows[j]?.[i + 1], rows[j + 1]?.[i], rows[j + 1]?.[i + 1]];
      if (!a || !b || !c || !d) continue;
      const falls = hash(i, j, salt) > 0.5;
      const u = (i + 0.5) / count;
      const paint = (points: readonly Point[], side: number) => {
        ctx.fillStyle = ctx.strokeStyle = facetColor(
          theme,
          u,
          LEVELS[j] ?? 0,
          side + hash(i, j, salt + 3),
          back,
        );
        polygon(ctx, points);
      };
      paint(falls ? [a, b, d] : [a, b, c], 0.15);
      paint(falls ? [a, d, c] : [b, d, c], -0.15);
    }
  }
}

function corner(
  group: readonly Hanging[],
  u: number,
  level: number,
  i: number,
  j: number,
  salt: number,
  stretch: number,
): Point {
  const at = Math.min(group.length - 1, Math.floor(u * group.length));
  const here = group[at];
  const left = group[0]?.column ?? 0;
  const top = here?.top ?? 0;
  const depth = depthAt(group, u, here?.gap ?? 0, hash(i, 1, salt)) * stretch;
  const smooth = smoothTop(group, at);
  const inner = i > 0 && u < 1;
  const stray = inner && j > 0 ? (hash(i, j, salt + 5) - 0.5) * STRAY : 0;
  const lean = (0.5 - u) * group.length * 0.16 * level * level;
  const y = top - BEHIND + (smooth + SOIL + depth - top + BEHIND) * level;
  const wave = inner && j > 0 && level < 1 ? (hash(i, j, salt + 6) - 0.5) * STRAY * depth * 0.6 : 0;
  return { x: left + u * group.length + stray + lean, y: y + wave };
}

function depthAt(group: readonly Hanging[], u: number, gap: number, dice: number): number {
  const taper = Math.min(TAPER.most, group.length * TAPER.perTile);
  const belly = 1 - Math.abs(2 * u - 1) ** 1.8;
  const free = ENDS + taper * belly + (dice - 0.35) * (0.35 + taper * 0.3);
  if (gap === Number.POSITIVE_INFINITY) return Math.max(0.2, free);
  return Math.min(free, Math.max(0.03, gap * GAP_SHARE - SOIL * 0.6 + dice * 0.2));
}

/** Edge of the island around a column, without its steps. */
function smoothTop(group: readonly Hanging[], at: number): number {
  let sum = 0;
  let count = 0;
  for (let k = Math.max(0, at - 2); k <= Math.min(group.length - 1, at + 2); k++) {
    sum += group[k]?.top ?? 0;
    count++;
  }
  return sum / Math.max(1, count);
}

function facetColor(theme: Theme, u: number, level: number, tilt: number, back: number): string {
  const [lit, dark, deep] = theme.rock;
  const shade = Math.min(1, Math.max(0, 0.15 + u * 0.45 + (1 - tilt) * 0.42));
  const base = mix(lit, dark, shade);
  const faded = mix(base, deep, Math.min(1, level ** 1.4 * 0.75 + back));
  return level === 0 ? mix(faded, INK, 0.3) : faded;
}

function polygon(ctx: Brush, points: readonly Point[]): void {
  ctx.beginPath();
  for (const point of points) ctx.lineTo(point.x, point.y);
  ctx.closePath();
  ctx.fill();
  ctx.stroke();
}
