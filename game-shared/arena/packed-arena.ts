import { type Arena, MARK_KINDS, type Mark } from "./arena.ts";
import { indexCrumbles } from "./crumbles.ts";

/** An arena as a page carries it: a tenth of its map, and all that the game needs. */
export interface PackedArena
  extends Pick<Arena, "id" | "name" | "theme" | "minPlayers" | "maxPlayers" | "width"> {
  /** A character for each tile, row by row. */
  readonly tiles: string;
  /** Of each spawn point x and y (tiles). */
  readonly spawns: readonly number[];
  /** Of each mark the number of its kind, x and y (tiles), and team. */
  readonly marks: readonly number[];
}

/** Character of the first kind of tile: the first one that nothing has to be put in front of in a text. */
const FIRST = "#".charCodeAt(0);
/** Numbers that a direction, or a pair of teleporters, may have. */
const DIRECTIONS = 8;

/** Makes an arena short. */
export function packArena(arena: Arena): PackedArena {
  const { id, name, theme, minPlayers, maxPlayers, width, directions } = arena;
  const codes = Array.from(arena.tiles, (tile, i) => FIRST + tile * DIRECTIONS + (directions[i] ?? 0));
  return {
    ...{ id, name, theme, minPlayers, maxPlayers, width },
    tiles: codes.map((code) => String.fromCharCode(code)).join(""),
    spawns: arena.spawns.flatMap(({ x, y }) => [x, y]),
    marks: arena.marks.flatMap(({ kind, x, y, team }) => [MARK_KINDS.indexOf(kind), x, y, team]),
  };
}

/** The arena that was packed. */
export function unpackArena(packed: PackedArena): Arena {
  const { tiles: text, spawns, marks, ...rest } = packed;
  const codes = Array.from(text, (_, i) => text.charCodeAt(i) - FIRST);
  const tiles = Uint8Array.from(codes, (code) => Math.floor(code / DIRECTIONS));
  return {
    ...rest,
    height: tiles.length / rest.width,
    tiles,
    directions: Uint8Array.from(codes, (code) => code % DIRECTIONS),
    ...indexCrumbles(tiles),
    spawns: groups(spawns, 2).map(([x = 0, y = 0]) => ({ x, y })),
    marks: groups(marks, 4).map(unpackMark),
  };
}

function unpackMark([kind = 0, x = 0, y = 0, team = -1]: readonly number[]): Mark {
  return { kind: MARK_KINDS[kind] ?? MARK_KINDS[0], x, y, team };
}

/** A list in pieces of `size`. */
function groups(list: readonly number[], size: number): number[][] {
  return Array.from({ length: list.length / size }, (_, i) => list.slice(i * size, (i + 1) * size));
}
