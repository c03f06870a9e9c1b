import { type Arena, DIRECTIONS, Tile, tileAt } from "./arena.ts";
import { indexCrumbles } from "./crumbles.ts";
import { findLayer, readPoints } from "./map-layers.ts";
import { type Fields, MapReader, show } from "./map-reader.ts";
import { readMarks } from "./marks.ts";
import { readTilesets } from "./tile-kinds.ts";

/** Largest side of a map (tiles): what a coordinate on the wire can hold. */
const MAX_SIDE = 96;
/** The flip and rotation flags that Tiled keeps in the high bits of a gid. */
const FLIP_FLAGS = 0xf0000000;
/** Themes that there is scenery for. */
const THEMES = ["meadow", "frost", "ruins", "embers"];

/**
 * Reads a map made with Tiled (https://doc.mapeditor.org/en/stable/reference/json-map-format/) from its
 * parsed JSON. `id` is the file name without ".tmj". Throws ArenaError for a map that cannot be played on.
 */
export function parseArena(id: string, json: unknown): Arena {
  const reader = new MapReader(id);
  const map = reader.fields(json, "", "a Tiled map");
  if (map.orientation !== "orthogonal" || map.infinite === true) {
    reader.fail("", "expected an orthogonal map of fixed size (Map > Map Properties: Infinite off)");
  }
  const width = reader.integer(map.width, "", "the width", 1, MAX_SIDE);
  const height = reader.integer(map.height, "", "the height", 1, MAX_SIDE);
  const ground = readGround(reader, map, width, height);
  const arena = {
    id,
    ...readProperties(reader, map),
    width,
    height,
    ...ground,
    ...indexCrumbles(ground.tiles),
    spawns: [],
    marks: [],
  };
  return { ...arena, spawns: readSpawns(reader, map, arena), marks: readMarks(reader, map) };
}

function readProperties(
  reader: MapReader,
  map: Fields,
): Pick<Arena, "name" | "theme" | "minPlayers" | "maxPlayers"> {
  const values = reader.properties(map, "map properties");
  const name = values.get("name");
  const theme = values.get("theme");
  if (typeof name !== "string" || name.length < 1 || name.length > 40) {
    return reader.fail("map property name", `expected a text of 1 to 40 characters, found ${show(name)}`);
  }
  if (typeof theme !== "string" || !THEMES.includes(theme)) {
    return reader.fail("map property theme", `expected one of ${THEMES.join(", ")}, found ${show(theme)}`);
  }
  const place = "map properties";
  const minPlayers = reader.integer(values.get("minPlayers"), place, "minPlayers", 1, 128);
  const maxPlayers = reader.integer(values.get("maxPlayers"), place, "maxPlayers", minPlayers, 128);
  return { name, theme, minPlayers, maxPlayers };
}

function readGround(
  reader: MapReader,
  map: Fields,
  width: number,
  height: number,
): Pick<Arena, "tiles" | "directions"> {
  const kinds = readTilesets(reader, map);
  const place = 'layer "ground"';
  const layer = findLayer(reader, map, "tilelayer", "ground");
  const other = reader
    .list(map.layers, "", "layers")
    .find((entry) => entry !== layer && reader.fields(entry, "", "a layer").type === "tilelayer");
  if (other !== undefined) reader.fail("", 'expected no tile layer besides "ground": nothing would read it');
  if (layer.encoding !== undefined && layer.encoding !== "csv") {
    reader.fail(place, "expected plain data (Map > Map Properties: Tile Layer Format = CSV)");
  }
  const data = reader.list(layer.data, place, "data");
  if (data.length !== width * height) {
    reader.fail(place, `expected ${width} x ${height} = ${width * height} tiles, found ${data.length}`);
  }
  const tiles = new Uint8Array(data.length);
  const directions = new Uint8Array(data.length);
  data.forEach((value, index) => {
    const cell = `${place}, column ${index % width}, row ${Math.floor(index / width)}`;
    const gid = reader.integer(value, cell, "a tile", 0, 0xffffffff);
    if (gid === 0) return;
    if ((gid & FLIP_FLAGS) !== 0) {
      reader.fail(
        cell,
        "the tile is flipped or rotated; expected the tile of that direction from the tileset",
      );
    }
    const kind =
      kinds.get(gid) ?? reader.fail(cell, `tile ${gid} is in no tileset of this map, or has no class there`);
    tiles[index] = kind.tile;
    directions[index] = kind.direction;
  });
  return { tiles, directions };
}

function readSpawns(reader: MapReader, map: Fields, arena: Arena): Arena["spawns"] {
  const place = 'layer "spawns"';
  const spawns = readPoints(reader, map, findLayer(reader, map, "objectgroup", "spawns"), place);
  for (const { x, y, place } of spawns) requireSafe(reader, arena, { x, y }, place);
  if (spawns.length < arena.minPlayers) {
    reader.fail(place, `expected at least minPlayers = ${arena.minPlayers} points, found ${spawns.length}`);
  }
  return spawns.map(({ x, y }) => ({ x, y }));
}

/** Nobody may appear where the next step is a fall. */
function requireSafe(reader: MapReader, arena: Arena, spawn: { x: number; y: number }, place: string): void {
  const column = Math.floor(spawn.x);
  const row = Math.floor(spawn.y);
  const where = `${place} (column ${column}, row ${row})`;
  if (tileAt(arena, column, row) !== Tile.Floor) reader.fail(where, "expected floor under a spawn point");
  for (const { name, x, y } of DIRECTIONS) {
    if (tileAt(arena, column + x, row + y) === Tile.Void) {
      reader.fail(where, `expected ground on all four sides of a spawn point, found void to the ${name}`);
    }
  }
}
