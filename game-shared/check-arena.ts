import { type Arena, directionOf, type Mark, Tile, tileAt } from "./arena/arena.ts";
import { ArenaError } from "./arena/map-reader.ts";
import { walksFrom } from "./reach.ts";
import { isClear } from "./simulation/clear-way.ts";
import { TILE_RULES } from "./simulation/tiles/table.ts";
import { lengthOfBlow } from "./simulation/wind.ts";
import { TILES } from "./tunables.ts";

/** Ground that each player needs (tiles): a square of four and a half. */
const ROOM = 20;
/** The way to one goal may be longer than that to the other by this share, and by so many tiles: marks may lie between tiles. */
const FAIRNESS = { share: 0.1, tiles: 2 } as const;
/** A zone has at least so much ground among the nine tiles around its middle. */
const ZONE_ROOM = 7;
/** Tiles that a spring throws. */
const FLIGHT = Math.floor(TILES.springSpeed * TILES.springAirTime);

/** Where something is wrong with a map, and what is to be done. */
interface Problem {
  readonly place: string;
  readonly problem: string;
}
type Check = (arena: Arena) => Iterable<Problem>;

const isGround = (tile: Tile): boolean => !TILE_RULES[tile].bottomless && !TILE_RULES[tile].solid;
/** Ground that neither falls away nor throws. */
const isFirm = (tile: Tile): boolean => isGround(tile) && tile !== Tile.Crumble && tile !== Tile.Spring;
const isForBalls = (tile: Tile): boolean => isFirm(tile) && tile !== Tile.Teleporter;

/** What a map has to be besides readable, so that all can play on it. A check is a line here. */
const CHECKS: readonly Check[] = [
  isLargeEnough,
  hasSpawns,
  isConnected,
  hasPairs,
  hasLandings,
  hasFreeFans,
  hasMarksOnGround,
  hasPlayableBalls,
];

/**
 * Makes sure that a map can be played on by everybody it is made for.
 * @throws ArenaError with a sentence for each problem: the file, the place and what to do.
 */
export function requirePlayable(arena: Arena): void {
  const problems = CHECKS.flatMap((check) => [...check(arena)]);
  const [first, ...rest] = problems;
  if (first === undefined) return;
  const more = rest.map(({ place, problem }) => `\n${new ArenaError(arena.id, place, problem).message}`);
  throw new ArenaError(arena.id, first.place, first.problem + more.join(""));
}

function* isLargeEnough({ tiles, maxPlayers }: Arena): Iterable<Problem> {
  const ground = tiles.filter((tile) => isGround(tile as Tile)).length;
  const wanted = ROOM * maxPlayers;
  if (ground >= wanted) return;
  const problem = `${maxPlayers} players need ${wanted} tiles of ground, ${ROOM} each, found ${ground}: draw more, or lower maxPlayers`;
  yield { place: 'layer "ground"', problem };
}

function* hasSpawns({ spawns, maxPlayers }: Arena): Iterable<Problem> {
  const place = 'layer "spawns"';
  if (spawns.length < maxPlayers) {
    const problem = `expected a point for each of maxPlayers = ${maxPlayers}, found ${spawns.length}: add ${maxPlayers - spawns.length}`;
    yield { place, problem };
  }
  for (const [index, { x, y }] of spawns.entries()) {
    if (!spawns.slice(0, index).some((other) => Math.hypot(other.x - x, other.y - y) < 1)) continue;
    yield { place: at(x, y), problem: "two spawn points are less than a tile apart: move one of them" };
  }
}

/** Everywhere can be walked to, and everywhere firm without a tile that falls away or throws. */
function* isConnected(arena: Arena): Iterable<Problem> {
  const [spawn] = arena.spawns;
  if (spawn === undefined) return;
  const firm = walksFrom(arena, spawn, isFirm);
  for (const { x, y } of arena.spawns) {
    if (firm[indexAt(arena, x, y)] !== -1) continue;
    const problem =
      "this spawn point cannot be walked to from the first one without a tile that falls away or throws: draw a way";
    yield { place: at(x, y), problem };
  }
  const ground = walksFrom(arena, spawn, isGround);
  for (const [steps, isWay, what] of [
    [ground, isGround, "nobody can walk here from the spawn points: draw a way, or take the tile out"],
    [
      firm,
      isFirm,
      "there is no way here from the spawn points without tiles that fall away or throw: draw one",
    ],
  ] as const) {
    const lost = arena.tiles.findIndex((tile, index) => isWay(tile as Tile) && steps[index] === -1);
    if (lost >= 0) yield { place: cell(arena, lost), problem: what };
  }
}

function* hasPairs(arena: Arena): Iterable<Problem> {
  const pads = indicesOf(arena, Tile.Teleporter);
  for (const pad of pads) {
    const pair = arena.directions[pad] ?? 0;
    const count = pads.filter((other) => arena.directions[other] === pair).length;
    if (count !== 2) {
      const problem = `teleporters come in twos, found ${count} of pair ${pair + 1}: add or remove one`;
      yield { place: cell(arena, pad), problem };
    }
    if (around(arena, pad).every((tile) => isFirm(tile) && tile !== Tile.Teleporter)) continue;
    const problem =
      "one comes out on any side of a teleporter: expected firm ground on all eight tiles around it";
    yield { place: cell(arena, pad), problem };
  }
}

function* hasLandings(arena: Arena): Iterable<Problem> {
  for (const spring of indicesOf(arena, Tile.Spring)) {
    const { x, y, name } = directionOf(arena, spring);
    const column = (spring % arena.width) + x * FLIGHT;
    const row = Math.floor(spring / arena.width) + y * FLIGHT;
    if (isGround(tileAt(arena, column, row))) continue;
    const problem = `this spring throws ${FLIGHT} tiles to the ${name}, where there is no ground: draw some at column ${column}, row ${row}`;
    yield { place: cell(arena, spring), problem };
  }
}

function* hasFreeFans(arena: Arena): Iterable<Problem> {
  for (const fan of indicesOf(arena, Tile.Fan)) {
    if (lengthOfBlow(arena, fan) > 0) continue;
    const problem = `this fan blows to the ${directionOf(arena, fan).name}, against a wall: turn it, or free its way`;
    yield { place: cell(arena, fan), problem };
  }
}

function* hasMarksOnGround(arena: Arena): Iterable<Problem> {
  for (const { kind, x, y } of arena.marks) {
    const index = indexAt(arena, x, y);
    if (!isGround(tileAt(arena, Math.floor(x), Math.floor(y)))) {
      yield { place: at(x, y), problem: `expected ground under the mark "${kind}": move it` };
    } else if (kind === "zone" && around(arena, index).filter(isGround).length + 1 < ZONE_ROOM) {
      yield { place: at(x, y), problem: "a zone needs ground around its middle: move it inwards" };
    }
  }
}

/** Wherever a ball lies, it can be brought to a goal of each of two teams, which is as far for both. */
function* hasPlayableBalls(arena: Arena): Iterable<Problem> {
  const goals = arena.marks.filter(({ kind }) => kind === "goal");
  for (const ball of arena.marks.filter(({ kind }) => kind === "ball")) {
    const steps = walksFrom(arena, ball, isForBalls);
    const ways = [0, 1].map((team) => goals.filter((goal) => goal.team === team));
    for (const [team, own] of ways.entries()) {
      if (own.length > 0) continue;
      yield { place: at(ball.x, ball.y), problem: `a ball needs a goal of team ${team}: add one` };
    }
    for (const goal of goals) yield* checkGoal(arena, ball, goal, steps);
    const [near = 0, far = 0] = ways
      .map((own) => Math.min(...own.map(({ x, y }) => steps[indexAt(arena, x, y)] ?? -1)))
      .sort((a, b) => a - b);
    if (near <= 0 || !Number.isFinite(far) || far <= near * (1 + FAIRNESS.share) + FAIRNESS.tiles) continue;
    const problem = `the ball is ${near} tiles from one goal and ${far} from the other: move it between them`;
    yield { place: at(ball.x, ball.y), problem };
  }
}

function* checkGoal(arena: Arena, ball: Mark, goal: Mark, steps: Int32Array): Iterable<Problem> {
  const place = at(goal.x, goal.y);
  if (steps[indexAt(arena, goal.x, goal.y)] === -1) {
    yield { place, problem: "the ball cannot be brought to this goal over firm ground: draw a way" };
  } else if (!isClear({ arena, crumblePhases: [], sunk: 0 }, ball.x, ball.y, goal.x, goal.y)) {
    yield { place, problem: "a wall hides this goal from the ball: take it out, or move the goal" };
  }
}

function indicesOf({ tiles }: Arena, kind: Tile): number[] {
  return [...tiles.keys()].filter((index) => tiles[index] === kind);
}

/** The eight tiles around one. */
function around(arena: Arena, index: number): Tile[] {
  const column = index % arena.width;
  const row = Math.floor(index / arena.width);
  return [-1, 0, 1].flatMap((dy) =>
    [-1, 0, 1].flatMap((dx) => (dx === 0 && dy === 0 ? [] : [tileAt(arena, column + dx, row + dy)])),
  );
}

function indexAt({ width }: Arena, x: number, y: number): number {
  return Math.floor(y) * width + Math.floor(x);
}

function at(x: number, y: number): string {
  return `column ${Math.floor(x)}, row ${Math.floor(y)}`;
}

function cell({ width }: Arena, index: number): string {
  return at(index % width, Math.floor(index / width));
}
