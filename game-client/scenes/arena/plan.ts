import { type Arena, Tile, tileAt } from "#shared/arena/arena.ts";
import { type Theme, themeOf } from "../themes.ts";
import { type Corner, traceOutlines } from "./outline.ts";

/** Radius of an island's corners (tiles): softens the outline without lying about where the edge is. */
const GROUND_RADIUS = 0.3;
const PATCH_RADIUS = 0.26;
const WALL_RADIUS = 0.16;

/** Everything about an arena that painting it needs more than once. Lengths in tiles. */
export interface ArenaPlan {
  readonly arena: Arena;
  readonly theme: Theme;
  readonly ground: Path2D;
  readonly ice: Path2D;
  readonly belts: Path2D;
  readonly mud: Path2D;
  /** Walls, and the blocks of fans. */
  readonly walls: Path2D;
  /** True where there is ground that never falls. */
  solid(column: number, row: number): boolean;
}

/** What an arena is painted with: in the page, or in a thread beside it. */
export type Brush = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** A part of the arena that is painted at a time (tiles). */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Outlines are traced this far beyond a region (tiles): what is cut off there must not show inside. */
const BEYOND = 3;

/**
 * Prepares a region of an arena for painting. Crumbling tiles count as void: they are sprites over a hole.
 * Outlines are those of the region alone, so that a large arena does not cost each of its pieces the whole.
 */
export function planArena(arena: Arena, region: Region): ArenaPlan {
  const is = (kind: Tile) => (c: number, r: number) => tileAt(arena, c, r) === kind;
  const solid = (c: number, r: number) => isGround(tileAt(arena, c, r));
  const left = Math.floor(region.x) - BEYOND;
  const top = Math.floor(region.y) - BEYOND;
  const width = Math.ceil(region.width) + 2 * BEYOND;
  const height = Math.ceil(region.height) + 2 * BEYOND;
  const outline = (test: (c: number, r: number) => boolean, radius: number) => {
    const inside = (c: number, r: number) =>
      c >= 0 && r >= 0 && c < width && r < height && test(c + left, r + top);
    return roundedPath(traceOutlines(width, height, inside), left, top, radius);
  };
  return {
    arena,
    theme: themeOf(arena.theme),
    ground: outline(solid, GROUND_RADIUS),
    ice: outline(is(Tile.Ice), PATCH_RADIUS),
    belts: outline(is(Tile.Conveyor), PATCH_RADIUS),
    mud: outline(is(Tile.Mud), PATCH_RADIUS),
    walls: outline((c, r) => isBlock(tileAt(arena, c, r)), WALL_RADIUS),
    solid,
  };
}

/** Whether a kind of tile is part of the island's body. */
export function isGround(tile: Tile): boolean {
  return tile !== Tile.Void && tile !== Tile.Crumble;
}

/** Whether a kind of tile is a block that stands on the ground. */
export function isBlock(tile: Tile): boolean {
  return tile === Tile.Wall || tile === Tile.Fan;
}

/** 1 for each tile of an arena with ground that never falls, row by row. */
export function solidTiles({ tiles }: Arena): Uint8Array {
  const solid = new Uint8Array(tiles.length);
  for (let at = 0; at < tiles.length; at++) if (isGround(tiles[at] as Tile)) solid[at] = 1;
  return solid;
}

/** Calls back for each tile of a region (one tile of margin included) that lies in the arena. */
export function eachTile(
  arena: Arena,
  region: Region,
  visit: (column: number, row: number, tile: Tile) => void,
): void {
  const left = Math.max(0, Math.floor(region.x) - 1);
  const top = Math.max(0, Math.floor(region.y) - 1);
  const right = Math.min(arena.width, Math.ceil(region.x + region.width) + 1);
  const bottom = Math.min(arena.height, Math.ceil(region.y + region.height) + 1);
  for (let r = top; r < bottom; r++) for (let c = left; c < right; c++) visit(c, r, tileAt(arena, c, r));
}

function roundedPath(loops: readonly Corner[][], left: number, top: number, radius: number): Path2D {
  const path = new Path2D();
  for (const loop of loops) {
    const last = loop.at(-1);
    const first = loop[0];
    if (!last || !first) continue;
    path.moveTo(left + (last.x + first.x) / 2, top + (last.y + first.y) / 2);
    loop.forEach((corner, index) => {
      const next = loop[(index + 1) % loop.length] ?? corner;
      const x = left + (corner.x + next.x) / 2;
      const y = top + (corner.y + next.y) / 2;
      path.arcTo(left + corner.x, top + corner.y, x, y, radius);
      path.lineTo(x, y);
    });
    path.closePath();
  }
  return path;
}
