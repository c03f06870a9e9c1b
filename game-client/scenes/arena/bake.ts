import { type Arena, tileAt } from "#shared/arena/arena.ts";
import { paintDecor } from "./paint-decor.ts";
import { paintGround, paintSoil } from "./paint-ground.ts";
import { hangingRock, paintRock, ROCK_DEPTH } from "./paint-rock.ts";
import { paintWallShadow, paintWalls } from "./paint-walls.ts";
import { type Brush, isBlock, isGround, planArena, type Region } from "./plan.ts";

/** Side of a piece (tiles). */
const PIECE = 16;
/** Side of what is painted at a time (tiles). */
const BIT = 4;
/** Overlap of the pieces (tiles), so that no seam shows between them. */
const MARGIN = 1;
/** Pixels that one arena may take, all pieces together: 12 million are 48 MB. */
const PIXEL_BUDGET = 12e6;
/** Room around the arena (tiles): outline at the top and sides, rock below. */
const BORDER = 1;

/** A painted part of an arena, on canvases or as bitmaps. `region` includes the overlap. */
export interface Piece<Picture> {
  readonly region: Region;
  readonly ground: Picture;
  /** Missing where there are no walls. */
  readonly walls: Picture | undefined;
}

/** Makes an empty canvas, sizes in pixels: a page has other ones than a thread beside it. */
export type NewCanvas<Canvas> = (width: number, height: number) => { canvas: Canvas; context: Brush };

/** Pixels per tile for an arena, at most `wanted`, within the memory that is given to it. */
export function bakeScale(width: number, height: number, wanted: number): number {
  return Math.min(wanted, Math.floor(Math.sqrt(PIXEL_BUDGET / (width * (height + ROCK_DEPTH)))));
}

/** The parts of an arena that have something to paint, with their overlap. */
export function regionsOf(arena: Arena): Region[] {
  const { width, height } = arena;
  const regions: Region[] = [];
  for (let y = -BORDER; y < height + ROCK_DEPTH; y += PIECE) {
    for (let x = -BORDER; x < width + BORDER; x += PIECE) {
      const region = {
        x: x - MARGIN,
        y: y - MARGIN,
        width: Math.min(PIECE, width + BORDER - x) + 2 * MARGIN,
        height: Math.min(PIECE, Math.ceil(height + ROCK_DEPTH) - y) + 2 * MARGIN,
      };
      if (hasGround(arena, region)) regions.push(region);
    }
  }
  return regions;
}

/** Paints parts of an arena, in pieces that a graphics card takes. `scale` in whole pixels per tile. */
export function* bakePieces<Canvas extends CanvasImageSource>(
  arena: Arena,
  regions: readonly Region[],
  scale: number,
  newCanvas: NewCanvas<Canvas>,
): Generator<Piece<Canvas>, void> {
  const rock = hangingRock(arena);
  for (const region of regions) {
    const ground = paint(region, scale, newCanvas, (brush, part) => {
      const plan = planArena(arena, part);
      paintRock(brush, plan.theme, rock, part);
      paintSoil(brush, plan, part);
      paintGround(brush, plan, part);
      paintDecor(brush, plan, part);
      paintWallShadow(brush, plan);
    });
    const walls = hasWall(arena, region)
      ? paint(region, scale, newCanvas, (brush, part) => paintWalls(brush, planArena(arena, part), part))
      : undefined;
    yield { region, ground, walls };
  }
}

function paint<Canvas extends CanvasImageSource>(
  region: Region,
  scale: number,
  newCanvas: NewCanvas<Canvas>,
  draw: (brush: Brush, part: Region) => void,
): Canvas {
  const whole = newCanvas(Math.ceil(region.width * scale), Math.ceil(region.height * scale));
  // A sheet of its own: what was drawn is only noted down until somebody looks, and that shall not become too much.
  const sheet = newCanvas(BIT * scale, BIT * scale);
  for (let y = region.y; y < region.y + region.height; y += BIT) {
    for (let x = region.x; x < region.x + region.width; x += BIT) {
      // As good as `reset`, which came years later.
      sheet.context.canvas.width = BIT * scale;
      sheet.context.scale(scale, scale);
      sheet.context.translate(-x, -y);
      draw(sheet.context, { x, y, width: BIT, height: BIT });
      // From and to whole pixels: the bits fit together without a seam.
      whole.context.drawImage(sheet.canvas, (x - region.x) * scale, (y - region.y) * scale);
    }
  }
  return whole.canvas;
}

function hasGround(arena: Arena, region: Region): boolean {
  return some({ ...region, y: region.y - ROCK_DEPTH, height: region.height + ROCK_DEPTH }, (c, r) =>
    isGround(tileAt(arena, c, r)),
  );
}

function hasWall(arena: Arena, region: Region): boolean {
  return some(region, (c, r) => isBlock(tileAt(arena, c, r)));
}

function some(region: Region, test: (column: number, row: number) => boolean): boolean {
  for (let r = Math.floor(region.y); r < region.y + region.height; r++) {
    for (let c = Math.floor(region.x); c < region.x + region.width; c++) if (test(c, r)) return true;
  }
  return false;
}
