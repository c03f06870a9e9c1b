import { type Arena, Tile, tileAt } from "#shared/arena/arena.ts";
import { type Corner, traceOutlines } from "./outline.ts";
import { type Theme, themeOf } from "./themes.ts";

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
  readonly walls: Path2D;
  /** True where there is ground that never falls. */
  solid(column: number, row: number): boolean;
}

/** A part of the arena that is painted at a time (tiles). */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Prepares an arena for painting. Crumbling tiles count as void: they are sprites over a hole. */
export function planArena(arena: Arena): ArenaPlan {
  const is = (kind: Tile) => (c: number, r: number) => tileAt(arena, c, r) === kind;
  const solid = (c: number, r: number) => {
    const tile = tileAt(arena, c, r);
    return tile !== Tile.Void && tile !== Tile.Crumble;
  };
  const outline = (test: (c: number, r: number) => boolean, radius: number) =>
    roundedPath(traceOutlines(arena.width, arena.height, test), radius);
  return {
    arena,
    theme: themeOf(arena.theme),
    ground: outline(solid, GROUND_RADIUS),
    ice: outline(is(Tile.Ice), PATCH_RADIUS),
    belts: outline(is(Tile.Conveyor), PATCH_RADIUS),
    walls: outline(is(Tile.Wall), WALL_RADIUS),
    solid,
  };
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

function roundedPath(loops: readonly Corner[][], radius: number): Path2D {
  const path = new Path2D();
  for (const loop of loops) {
    const last = loop.at(-1);
    const first = loop[0];
    if (!last || !first) continue;
    path.moveTo((last.x + first.x) / 2, (last.y + first.y) / 2);
    loop.forEach((corner, index) => {
      const next = loop[(index + 1) % loop.length] ?? corner;
      path.arcTo(corner.x, corner.y, (corner.x + next.x) / 2, (corner.y + next.y) / 2, radius);
      path.lineTo((corner.x + next.x) / 2, (corner.y + next.y) / 2);
    });
    path.closePath();
  }
  return path;
}
