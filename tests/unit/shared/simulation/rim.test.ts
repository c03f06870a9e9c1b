import { describe, expect, it } from "vitest";
import { listArenas, loadArena } from "#lab/bench/tournament.ts";
import { drawArena } from "#lab/draw-arena.ts";
import { type Arena, Tile } from "#shared/arena/arena.ts";
import { RIM } from "#shared/mode-tunables.ts";
import { tileOf } from "#shared/simulation/ground.ts";
import { CORE, rimOf } from "#shared/simulation/rim.ts";

const isWalkable = (tile: Tile): boolean => tile !== Tile.Void && tile !== Tile.Wall && tile !== Tile.Bumper;

/** Tiles that can be walked on once so many rings have sunk. */
function left(arena: Arena, sunk: number): Set<number> {
  const ground = { arena, crumblePhases: [], sunk };
  const found = new Set<number>();
  for (let tile = 0; tile < arena.tiles.length; tile++) {
    if (isWalkable(tileOf(ground, tile % arena.width, Math.floor(tile / arena.width)))) found.add(tile);
  }
  return found;
}

/** Those of the tiles that one can walk to from the core. */
function reached(arena: Arena, tiles: ReadonlySet<number>): Set<number> {
  const { x, y } = rimOf(arena);
  const start = Math.floor(y) * arena.width + Math.floor(x);
  const found = new Set([start]);
  for (const tile of found) {
    const column = tile % arena.width;
    const beside = [tile - arena.width, tile + arena.width];
    if (column > 0) beside.push(tile - 1);
    if (column < arena.width - 1) beside.push(tile + 1);
    for (const next of beside) if (tiles.has(next)) found.add(next);
  }
  return found;
}

describe.each(listArenas())("the rim of %s", (id) => {
  const arena = loadArena(id);
  const { rings, count } = rimOf(arena);

  it("sinks ring by ring, each with something in it, until the core is left", () => {
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(RIM.rings);
    const sizes = Array.from({ length: count + 1 }, (_, sunk) => left(arena, sunk).size);
    for (let sunk = 1; sunk < sizes.length; sunk++) expect(sizes[sunk]).toBeLessThan(sizes[sunk - 1] ?? 0);
    // Room for two who fight: more than the nine tiles around one.
    expect(sizes.at(-1)).toBeGreaterThan(12);
  });

  it("leaves one piece that can be walked across, wherever one could walk before", () => {
    const whole = reached(arena, left(arena, 0));
    for (let sunk = 1; sunk <= count; sunk++) {
      const rest = left(arena, sunk);
      const walked = new Set([...rest].filter((tile) => whole.has(tile)));
      expect(reached(arena, rest)).toEqual(walked);
    }
  });

  it("has nothing but core or rings", () => {
    arena.tiles.forEach((tile, index) => {
      if (tile !== Tile.Void && rings[index] !== CORE) expect(rings[index]).toBeLessThan(count);
    });
  });
});

describe("a rim", () => {
  it("of an arena that is smaller than the core has no rings", () => {
    expect(rimOf(drawArena("...", ".S.", "..."))).toMatchObject({ count: 0 });
  });

  it("takes walls with it", () => {
    const arena = drawArena("#..........#", "#....SS....#", "#..........#");
    expect(tileOf({ arena, crumblePhases: [], sunk: 0 }, 0, 1)).toBe(Tile.Wall);
    expect(tileOf({ arena, crumblePhases: [], sunk: rimOf(arena).count }, 0, 1)).toBe(Tile.Void);
  });
});
