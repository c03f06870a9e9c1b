import { type Fields, type MapReader, show } from "./map-reader.ts";

/** A point of an object layer. */
export interface MapPoint {
  /** Tiles. */
  readonly x: number;
  readonly y: number;
  /** Its object in the map, for what else it says. */
  readonly object: Fields;
  /** Names it in error messages. */
  readonly place: string;
}

/** All layers of that type and name. */
function layersOf(reader: MapReader, map: Fields, type: string, name: string): Fields[] {
  return reader
    .list(map.layers, "", "layers")
    .map((layer) => reader.fields(layer, "", "a layer"))
    .filter((layer) => layer.type === type && layer.name === name);
}

/** The one layer of that type and name. */
export function findLayer(reader: MapReader, map: Fields, type: string, name: string): Fields {
  const found = layersOf(reader, map, type, name);
  const [layer] = found;
  if (layer === undefined || found.length > 1) {
    return reader.fail("", `expected one ${type} named "${name}", found ${found.length}`);
  }
  return layer;
}

/** The layer of that type and name, if there is one. */
export function findOptionalLayer(
  reader: MapReader,
  map: Fields,
  type: string,
  name: string,
): Fields | undefined {
  return layersOf(reader, map, type, name).length === 0 ? undefined : findLayer(reader, map, type, name);
}

/** The objects of a layer, all of which must be points. `where` names the layer in error messages. */
export function readPoints(reader: MapReader, map: Fields, layer: Fields, where: string): MapPoint[] {
  const tileWidth = reader.integer(map.tilewidth, "", "tilewidth", 1, 1024);
  const tileHeight = reader.integer(map.tileheight, "", "tileheight", 1, 1024);
  return reader.list(layer.objects, where, "objects").map((entry) => {
    const object = reader.fields(entry, where, "an object");
    const place = `${where}, object ${show(object.id)}`;
    const { x, y } = object;
    if (object.point !== true || !isPosition(x) || !isPosition(y)) {
      return reader.fail(place, "expected a point with a position (Insert Point)");
    }
    return { x: x / tileWidth, y: y / tileHeight, object, place };
  });
}

function isPosition(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
