import { expect, it } from "vitest";
import { ringTiles, sunkenArena } from "#client/scenes/arena/sunken.ts";
import { loadArenas } from "#server/arenas.ts";
import { Tile, tileAt } from "#shared/arena/arena.ts";
import { tileOf } from "#shared/simulation/ground.ts";
import { rimOf } from "#shared/simulation/rim.ts";

const arena = loadArenas().get("meadow");
if (arena === undefined) throw new Error("There is no meadow.");

it("an island is drawn where the rules have it, however much of its rim has sunk", () => {
  for (let sunk = 0; sunk <= rimOf(arena).count; sunk++) {
    const drawn = sunkenArena(arena, sunk);
    const ground = { arena, crumblePhases: [], sunk };
    for (let row = 0; row < arena.height; row++) {
      for (let column = 0; column < arena.width; column++) {
        expect(tileAt(drawn, column, row)).toBe(tileOf(ground, column, row));
      }
    }
  }
});

it("the tiles of a ring are those that are gone when it has sunk", () => {
  for (let ring = 0; ring < rimOf(arena).count; ring++) {
    const [before, after] = [sunkenArena(arena, ring), sunkenArena(arena, ring + 1)];
    const gone = [...before.tiles.keys()].filter(
      (at) => before.tiles[at] !== Tile.Void && after.tiles[at] === Tile.Void,
    );
    const tiles = ringTiles(arena, ring).map(({ column, row }) => row * arena.width + column);
    expect(tiles).toEqual(gone);
    expect(tiles.length).toBeGreaterThan(0);
  }
});
