import { describe, expect, it } from "vitest";
import { loadArenas, readArena } from "#server/arenas.ts";
import { DIRECTIONS, Tile, tileAt } from "#shared/arena/arena.ts";
import { ArenaError } from "#shared/arena/map-reader.ts";
import { parseArena } from "#shared/arena/parse-arena.ts";

describe.each([...loadArenas().values()])("arena $id", (arena) => {
  it("knows its crumbling tiles by position and by number", () => {
    expect(arena.crumbles.length).toBe(arena.tiles.filter((tile) => tile === Tile.Crumble).length);
    for (const [number, tile] of arena.crumbles.entries()) expect(arena.crumbleIndex[tile]).toBe(number);
  });
});

describe("a file that is no map", () => {
  it("is named, with what to do", () => {
    const file = new URL("../../../../assets/arenas/tiles.svg", import.meta.url);
    expect(() => readArena(file)).toThrow("tiles.tmj: it is no JSON: save it in Tiled as a JSON map (*.tmj)");
  });
});

/** A small map that is fine, for the tests to break. */
function smallMap() {
  const property = (name: string, value: unknown) => ({ name, type: "string", value });
  return {
    orientation: "orthogonal",
    infinite: false,
    width: 4,
    height: 3,
    tilewidth: 64,
    tileheight: 64,
    properties: [
      property("name", "Small"),
      property("theme", "meadow"),
      property("minPlayers", 1),
      property("maxPlayers", 2),
    ],
    tilesets: [
      {
        firstgid: 1,
        name: "tiles",
        tiles: [
          { id: 0, type: "floor" },
          { id: 1, type: "conveyor", properties: [property("direction", "north")] },
        ] as object[],
      } as object,
    ],
    layers: [
      { type: "tilelayer", name: "ground", data: [1, 1, 1, 0, 1, 1, 2, 0, 1, 1, 1, 0] } as object,
      { type: "objectgroup", name: "spawns", objects: [{ id: 7, point: true, x: 96, y: 96 }] } as object,
    ],
  };
}

type SmallMap = ReturnType<typeof smallMap>;
const withGround =
  (data: unknown, more: object = {}) =>
  (map: SmallMap) => {
    map.layers[0] = { type: "tilelayer", name: "ground", data, ...more };
  };
const withSpawn = (spawn: unknown) => (map: SmallMap) => {
  map.layers[1] = { type: "objectgroup", name: "spawns", objects: [spawn] };
};
const withTile = (tile: object) => (map: SmallMap) => {
  map.tilesets[0] = { firstgid: 1, name: "tiles", tiles: [tile] };
};
const withProperty = (name: string, value: unknown) => (map: SmallMap) => {
  map.properties = [
    ...map.properties.filter((entry) => entry.name !== name),
    { name, type: "string", value },
  ];
};

const TILES_OF_SMALL = [1, 1, 1, 0, 1, 1, 2, 0, 1, 1, 1, 0];
const FLIPPED = (0x80000000 | 1) >>> 0;

describe("parseArena", () => {
  it("reads kinds, directions and spawn points in tiles", () => {
    const arena = parseArena("small", smallMap());
    expect(arena).toMatchObject({
      id: "small",
      name: "Small",
      width: 4,
      height: 3,
      spawns: [{ x: 1.5, y: 1.5 }],
    });
    expect(tileAt(arena, 2, 1)).toBe(Tile.Conveyor);
    expect(DIRECTIONS[arena.directions[6] ?? 0]?.name).toBe("north");
    expect(tileAt(arena, 3, 1)).toBe(Tile.Void);
  });

  it.each<[string, (map: SmallMap) => void, string]>([
    [
      "an infinite map",
      (map) => {
        map.infinite = true;
      },
      "small.tmj: expected an orthogonal map of fixed size",
    ],
    [
      "too wide a map",
      (map) => {
        map.width = 97;
      },
      "the width must be a whole number from 1 to 96, found 97",
    ],
    ["too few tiles", withGround([1]), 'layer "ground": expected 4 x 3 = 12 tiles, found 1'],
    ["packed tiles", withGround("eJw=", { encoding: "base64" }), 'layer "ground": expected plain data'],
    [
      "a flipped tile",
      withGround([1, FLIPPED, ...TILES_OF_SMALL.slice(2)]),
      "column 1, row 0: the tile is flipped",
    ],
    [
      "an unknown tile",
      withGround([...TILES_OF_SMALL.slice(0, 6), 9, ...TILES_OF_SMALL.slice(7)]),
      "column 2, row 1: tile 9 is in no tileset",
    ],
    [
      "a tile that is no number",
      withGround([null, ...TILES_OF_SMALL.slice(1)]),
      "column 0, row 0: a tile must be a whole number",
    ],
    [
      "a second tile layer",
      (map) => {
        map.layers.push({ type: "tilelayer", name: "more" });
      },
      'no tile layer besides "ground"',
    ],
    [
      "no ground",
      (map) => {
        map.layers.shift();
      },
      'expected one tilelayer named "ground", found 0',
    ],
    [
      "an unknown class",
      withTile({ id: 0, type: "lava" }),
      'tileset "tiles", tile 0: expected a class of floor, wall, ice',
    ],
    [
      "a spring without direction",
      withTile({ id: 0, type: "spring" }),
      "expected a property direction of east, south",
    ],
    [
      "a teleporter of no pair",
      withTile({ id: 0, type: "teleporter" }),
      "the property pair must be a whole number from 1 to 8, found nothing",
    ],
    [
      "a tileset in another file",
      (map) => {
        map.tilesets[0] = { firstgid: 1, source: "a.tsx" };
      },
      'in another file ("a.tsx")',
    ],
    [
      "an unknown theme",
      withProperty("theme", "space"),
      'map property theme: expected one of meadow, frost, ruins, embers, found "space"',
    ],
    ["no name", withProperty("name", undefined), "map property name: expected a text"],
    ["players in disorder", withProperty("maxPlayers", 0), "maxPlayers must be a whole number from 1 to 128"],
    [
      "a spawn box",
      withSpawn({ id: 7, x: 0, y: 0, width: 64 }),
      'layer "spawns", object 7: expected a point',
    ],
    [
      "a spawn over the void",
      withSpawn({ id: 7, point: true, x: 900, y: 96 }),
      "(column 14, row 1): expected floor under",
    ],
    [
      "a spawn at the edge",
      withSpawn({ id: 7, point: true, x: 96, y: 32 }),
      "(column 1, row 0): expected ground on all four sides of a spawn point, found void to the north",
    ],
    ["too few spawns", withProperty("minPlayers", 2), "at least minPlayers = 2 points, found 1"],
  ])("refuses %s and says so", (_what, breakIt, message) => {
    const map = smallMap();
    breakIt(map);
    expect(() => parseArena("small", map)).toThrow(ArenaError);
    expect(() => parseArena("small", map)).toThrow(message);
  });

  it.each([
    null,
    3,
    "map",
    [],
    {},
    { orientation: "orthogonal", width: 2, height: 2, layers: 5, tilesets: {} },
  ])("refuses what is no map at all: %j", (json) =>
    expect(() => parseArena("odd", json)).toThrow(ArenaError),
  );
});
