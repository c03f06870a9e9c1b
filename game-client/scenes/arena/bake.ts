import { type Arena, Tile, tileAt } from "#shared/arena/arena.ts";
import { createCanvas } from "../sprites/rasterise.ts";
import { paintDecor } from "./paint-decor.ts";
import { paintGround, paintSoil } from "./paint-ground.ts";
import { hangingRock, paintRock, ROCK_DEPTH } from "./paint-rock.ts";
import { paintWallShadow, paintWalls } from "./paint-walls.ts";
import { isGround, planArena, type Region } from "./plan.ts";

/** Side of a piece (tiles). */
const PIECE = 16;
/** Overlap of the pieces (tiles), so that no seam shows between them. */
const MARGIN = 1;
/** Pixels that one arena may take, all pieces together: 12 million are 48 MB. */
const PIXEL_BUDGET = 12e6;
/** Room around the arena (tiles): outline at the top and sides, rock below. */
const BORDER = 1;

/** A painted part of an arena. `region` includes the overlap. */
export interface BakedPiece {
  readonly region: Region;
  readonly ground: HTMLCanvasElement;
  /** Missing where there are no walls. */
  readonly walls: HTMLCanvasElement | undefined;
}

/** Pixels per tile for an arena, at most `wanted`, within the memory that is given to it. */
export function bakeScale(width: number, height: number, wanted: number): number {
  return Math.min(wanted, Math.floor(Math.sqrt(PIXEL_BUDGET / (width * (height + ROCK_DEPTH)))));
}

/** Paints an arena once, in pieces that a graphics card takes. `scale` in pixels per tile. */
export function bakeArena(arena: Arena, scale: number): BakedPiece[] {
  const { width, height } = arena;
  const rock = hangingRock(arena);
  const pieces: BakedPiece[] = [];
  for (let y = -BORDER; y < height + ROCK_DEPTH; y += PIECE) {
    for (let x = -BORDER; x < width + BORDER; x += PIECE) {
      const region = {
        x: x - MARGIN,
        y: y - MARGIN,
        width: Math.min(PIECE, width + BORDER - x) + 2 * MARGIN,
        height: Math.min(PIECE, Math.ceil(height + ROCK_DEPTH) - y) + 2 * MARGIN,
      };
      if (!hasGround(arena, region)) continue;
      const plan = planArena(arena, region);
      const ground = paint(region, scale, (ctx) => {
        paintRock(ctx, plan.theme, rock, region);
        paintSoil(ctx, plan, region);
        paintGround(ctx, plan, region);
        paintDecor(ctx, plan, region);
        paintWallShadow(ctx, plan);
      });
      const walls = hasWall(arena, region)
        ? paint(region, scale, (ctx) => paintWalls(ctx, plan, region))
        : undefined;
      pieces.push({ region, ground, walls });
    }
  }
  return pieces;
}

function paint(
  region: Region,
  scale: number,
  draw: (ctx: CanvasRenderingContext2D) => void,
): HTMLCanvasElement {
  const { canvas, context } = createCanvas(Math.ceil(region.width * scale), Math.ceil(region.height * scale));
  context.scale(scale, scale);
  context.translate(-region.x, -region.y);
  draw(context);
  return canvas;
}

function hasGround(arena: Arena, region: Region): boolean {
  return some({ ...region, y: region.y - ROCK_DEPTH, height: region.height + ROCK_DEPTH }, (c, r) =>
    isGround(tileAt(arena, c, r)),
  );
}

function hasWall(arena: Arena, region: Region): boolean {
  return some(region, (c, r) => tileAt(arena, c, r) === Tile.Wall);
}

function some(region: Region, test: (column: number, row: number) => boolean): boolean {
  for (let r = Math.floor(region.y); r < region.y + region.height; r++) {
    for (let c = Math.floor(region.x); c < region.x + region.width; c++) if (test(c, r)) return true;
  }
  return false;
}
