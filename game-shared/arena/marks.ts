import { MARK_KINDS, type Mark, type MarkKind } from "./arena.ts";
import { findOptionalLayer, type MapPoint, readPoints } from "./map-layers.ts";
import { type Fields, type MapReader, show } from "./map-reader.ts";

/** Most teams that a map can have places for. */
const MAX_TEAMS = 4;

/** The points of the layer "marks"; none where a map has no such layer. */
export function readMarks(reader: MapReader, map: Fields): Mark[] {
  const layer = findOptionalLayer(reader, map, "objectgroup", "marks");
  if (layer === undefined) return [];
  return readPoints(reader, map, layer, 'layer "marks"').map((point) => readMark(reader, point));
}

function readMark(reader: MapReader, { x, y, object, place }: MapPoint): Mark {
  // Tiled 1.9 wrote "class" where all others write "type".
  const word = object.type ?? object.class;
  const kind = MARK_KINDS.find((known) => known === word);
  if (kind === undefined) {
    return reader.fail(place, `expected a class of ${MARK_KINDS.join(", ")}, found ${show(word)}`);
  }
  return { kind, x, y, team: readTeam(reader, kind, object, place) };
}

/** A goal is a team's; everything else may be. */
function readTeam(reader: MapReader, kind: MarkKind, object: Fields, place: string): number {
  const team = reader.properties(object, place).get("team");
  if (team === undefined && kind !== "goal") return -1;
  return reader.integer(team, place, "the property team", 0, MAX_TEAMS - 1);
}
