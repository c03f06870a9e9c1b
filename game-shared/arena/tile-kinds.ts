import { DIRECTIONS, Tile } from "./arena.ts";
import { type Fields, type MapReader, show } from "./map-reader.ts";

/** Tile classes of the tileset, by the word that a map uses. */
const KINDS = new Map<unknown, Tile>([
  ["floor", Tile.Floor],
  ["wall", Tile.Wall],
  ["ice", Tile.Ice],
  ["conveyor", Tile.Conveyor],
  ["bumper", Tile.Bumper],
  ["crumble", Tile.Crumble],
  ["spring", Tile.Spring],
  ["fan", Tile.Fan],
  ["teleporter", Tile.Teleporter],
  ["mud", Tile.Mud],
]);
/** Those that point somewhere. */
const DIRECTED: ReadonlySet<Tile> = new Set([Tile.Conveyor, Tile.Spring, Tile.Fan]);
/** Most pairs of teleporters in a map. */
const MAX_PAIRS = 8;

/** What a tile of the tileset stands for. */
export interface TileKind {
  readonly tile: Tile;
  /** As in `Arena.directions`. */
  readonly direction: number;
}

/** The kinds of all embedded tilesets, by gid. */
export function readTilesets(reader: MapReader, map: Fields): Map<number, TileKind> {
  const kinds = new Map<number, TileKind>();
  for (const entry of reader.list(map.tilesets, "", "tilesets")) {
    const tileset = reader.fields(entry, "tilesets", "a tileset");
    const place = `tileset ${show(tileset.name)}`;
    if (tileset.source !== undefined) {
      reader.fail(place, `it is in another file (${show(tileset.source)}); expected it embedded in the map`);
    }
    const first = reader.integer(tileset.firstgid, place, "firstgid", 1, 0xfffffff);
    for (const tileEntry of reader.list(tileset.tiles ?? [], place, "tiles")) {
      const tile = reader.fields(tileEntry, place, "a tile");
      const number = reader.integer(tile.id, place, "the id of a tile", 0, 0xffff);
      kinds.set(first + number, readKind(reader, tile, `${place}, tile ${number}`));
    }
  }
  return kinds;
}

function readKind(reader: MapReader, tile: Fields, place: string): TileKind {
  // Tiled 1.9 wrote "class" where all others write "type".
  const word = tile.type ?? tile.class;
  const kind = KINDS.get(word);
  if (kind === undefined) {
    return reader.fail(place, `expected a class of ${[...KINDS.keys()].join(", ")}, found ${show(word)}`);
  }
  const properties = reader.properties(tile, place);
  if (kind === Tile.Teleporter) {
    const pair = reader.integer(properties.get("pair"), place, "the property pair", 1, MAX_PAIRS);
    return { tile: kind, direction: pair - 1 };
  }
  if (!DIRECTED.has(kind)) return { tile: kind, direction: 0 };
  const wanted = properties.get("direction");
  const direction = DIRECTIONS.findIndex(({ name }) => name === wanted);
  if (direction >= 0) return { tile: kind, direction };
  const names = DIRECTIONS.map(({ name }) => name).join(", ");
  return reader.fail(place, `expected a property direction of ${names}, found ${show(wanted)}`);
}
