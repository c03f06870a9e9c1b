/** What a tile does. Codes are internal: maps name the kinds by these words. */
export const Tile = {
  Void: 0,
  Floor: 1,
  Wall: 2,
  Ice: 3,
  Conveyor: 4,
  Bumper: 5,
  Crumble: 6,
  Spring: 7,
  Fan: 8,
  Teleporter: 9,
  Mud: 10,
} as const;
export type Tile = (typeof Tile)[keyof typeof Tile];

/** Directions of conveyors, springs and fans, as an index into `DIRECTIONS`. */
export const DIRECTIONS = [
  { name: "east", x: 1, y: 0 },
  { name: "south", x: 0, y: 1 },
  { name: "west", x: -1, y: 0 },
  { name: "north", x: 0, y: -1 },
] as const;

/**
 * Kinds of marks, by the classes that a map gives them: where pickups appear, where a ball lies at the start, a team's goal,
 * where a zone may be, where a crown lies.
 */
export const MARK_KINDS = ["pickup", "ball", "goal", "zone", "crown"] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** A place that means something to a mode or to pickups. */
export interface Mark {
  readonly kind: MarkKind;
  /** Centre (tiles). */
  readonly x: number;
  readonly y: number;
  /** Team whose place it is, from 0; -1 for nobody's. */
  readonly team: number;
}

/** A map that can be played on. Tiles are row by row; tile (c, r) covers [c, c+1) x [r, r+1). */
export interface Arena {
  /** File name without its ending: what rooms and links name it by. */
  readonly id: string;
  /** Name shown to people. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Kind of each tile, `width * height` of them. */
  readonly tiles: Uint8Array;
  /** Index into `DIRECTIONS` of each tile, for a teleporter the number of its pair; 0 where it means nothing. */
  readonly directions: Uint8Array;
  /** Indices of the crumbling tiles, in map order. */
  readonly crumbles: readonly number[];
  /** Position of a tile in `crumbles`, or -1. */
  readonly crumbleIndex: Int16Array;
  /** Centres of the places where players appear (tiles). */
  readonly spawns: readonly { readonly x: number; readonly y: number }[];
  /** In map order. */
  readonly marks: readonly Mark[];
  /** Players it is made for. */
  readonly minPlayers: number;
  readonly maxPlayers: number;
  /** Style of its island: "meadow" | "frost" | "ruins" | "embers"; scenery only. */
  readonly theme: string;
}

/** Where a tile points, by its index into `tiles`; east where it points nowhere. */
export function directionOf(
  { directions }: Pick<Arena, "directions">,
  index: number,
): (typeof DIRECTIONS)[number] {
  return DIRECTIONS[directions[index] ?? 0] ?? DIRECTIONS[0];
}

/** Kind of the tile at a column and row; void outside the map. */
export function tileAt(arena: Arena, column: number, row: number): Tile {
  if (column < 0 || row < 0 || column >= arena.width || row >= arena.height) return Tile.Void;
  return arena.tiles[row * arena.width + column] as Tile;
}
