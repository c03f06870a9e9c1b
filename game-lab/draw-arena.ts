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
  S: Tile.Floor,
};

/**
 * An arena out of a drawing: `.` floor, ` ` void, `#` wall, `i` ice, `>` and `<` conveyors, `o` bumper,
 * `c` crumble, `}` spring to the east, `S` floor with a spawn.
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
    directions: Uint8Array.from(cells, (cell) => (cell === "<" ? 2 : 0)),
    crumbles,
    crumbleIndex,
    spawns: (spawns.length > 0 ? spawns : [cells.findIndex((cell) => cell !== " ")]).map(at),
    marks: [],
    minPlayers: 2,
    maxPlayers: 16,
    theme: "meadow",
  };
}
