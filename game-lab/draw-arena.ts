import { type Arena, Tile } from "#shared/arena/arena.ts";

const KINDS: Readonly<Record<string, Tile>> = {
  " ": Tile.Void,
  ".": Tile.Floor,
  "#": Tile.Wall,
  i: Tile.Ice,
  ">": Tile.Conveyor,
  "<": Tile.Conveyor,
  o: Tile.Bumper,
  c: Tile.Crumble,
  "}": Tile.Spring,
  "»": Tile.Fan,
  "«": Tile.Fan,
  1: Tile.Teleporter,
  2: Tile.Teleporter,
  m: Tile.Mud,
  S: Tile.Floor,
};

/** What `Arena.directions` says of them, where that is not 0. */
const DIRECTIONS: Readonly<Record<string, number>> = { "<": 2, "«": 2, 2: 1 };

/**
 * An arena out of a drawing: `.` floor, ` ` void, `#` wall, `i` ice, `>` and `<` conveyors, `o` bumper,
 * `c` crumble, `}` spring to the east, `»` and `«` fans, `1` and `2` teleporters by their pair, `m` mud, `S` floor with a spawn.
 */
export function drawArena(...rows: string[]): Arena {
  const width = Math.max(...rows.map((row) => row.length));
  const cells = rows.flatMap((row) => [...row.padEnd(width)]);
  const at = (index: number) => ({ x: (index % width) + 0.5, y: Math.floor(index / width) + 0.5 });
  const indices = (wanted: string): number[] =>
    cells.flatMap((cell, index) => (cell === wanted ? [index] : []));
  const crumbles = indices("c");
  const crumbleIndex = new Int16Array(cells.length).fill(-1);
  for (const [position, index] of crumbles.entries()) crumbleIndex[index] = position;
  const spawns = indices("S");
  return {
    id: "drawn",
    name: "Drawn",
    width,
    height: rows.length,
    tiles: Uint8Array.from(cells, (cell) => KINDS[cell] ?? Tile.Void),
    directions: Uint8Array.from(cells, (cell) => DIRECTIONS[cell] ?? 0),
    crumbles,
    crumbleIndex,
    spawns: (spawns.length > 0 ? spawns : [cells.findIndex((cell) => cell !== " ")]).map(at),
    marks: [],
    minPlayers: 2,
    maxPlayers: 16,
    theme: "meadow",
  };
}
