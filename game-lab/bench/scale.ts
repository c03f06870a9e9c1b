import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { UsageError, wholeNumber } from "#bots/load/usage.ts";
import { TICK_MS } from "#shared/tunables.ts";
import type { Bench } from "./bench.ts";
import { type GameRound, gameRound } from "./floor/rounds.ts";
import { type Figure, figureOf, report } from "./results.ts";

const USAGE = `npm run bench -- scale [options]

What a player costs one server process (CPU of the whole process), by how many there are in a room, everybody told of
everybody, and by how many rooms there are; and how evenly all rooms step. Rooms are compared in turns.

  --shapes A,B,...  rooms x players (1x16,1x32,1x64,1x128,10x8,25x8,50x8)
  --rounds N        3
  --seconds N       of each (8)
  --quick           1x8 and 4x8, one round of two seconds without a warm-up: does it run at all?
`;

/** So many rooms with so many players in each. */
interface Shape {
  readonly rooms: number;
  readonly players: number;
}

async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      shapes: { type: "string", default: "1x16,1x32,1x64,1x128,10x8,25x8,50x8" },
      rounds: { type: "string", default: "3" },
      seconds: { type: "string", default: "8" },
      quick: { type: "boolean", default: false },
    },
  });
  const { quick } = values;
  const shapes = (quick ? "1x8,4x8" : values.shapes).split(",").map(shapeOf);
  const rounds = quick ? 1 : wholeNumber("--rounds", values.rounds, 1, 50);
  const seconds = quick ? 2 : wholeNumber("--seconds", values.seconds, 2, 600);
  const measured = new Map<Shape, GameRound[]>(shapes.map((shape) => [shape, []]));
  for (let round = 0; round < rounds; round++) {
    for (const shape of shapes) {
      const { rooms, players } = shape;
      const load = { clients: rooms * players, players, seconds, ...(quick ? { warmUpMs: 0 } : {}) };
      const figures = await gameRound(load);
      measured.get(shape)?.push(figures);
      const busy = (loadavg()[0] ?? 0).toFixed(1);
      console.log(
        `  round ${round + 1}: ${nameOf(shape)}, ${figures.cpu.toFixed(0)} % CPU, load average ${busy}`,
      );
    }
  }
  console.log(`\nSteps are due every ${TICK_MS} ms. Node ${process.version}\n`);
  console.log(report(quick ? "scale-quick" : "scale", figuresOf(measured)));
  const growth = roomGrowth(measured);
  if (growth !== undefined) console.log(`\n${growth}`);
}

function figuresOf(measured: ReadonlyMap<Shape, readonly GameRound[]>): Figure[] {
  return [...measured].flatMap(([shape, rounds]) => {
    const { rooms, players } = shape;
    const of = (what: string, unit: string, value: (round: GameRound) => number): Figure =>
      figureOf(`${nameOf(shape)}: ${what}`, unit, rounds.map(value));
    return [
      of("CPU of a player", "% core", ({ cpu }) => cpu / (rooms * players)),
      of("CPU per update", "us", ({ perUpdate }) => perUpdate),
      of("step to step, p99", "ms", ({ intervalP99 }) => intervalP99),
    ];
  });
}

/** How the cost of a player grows with the players in a room: the power of n that the whole room grows with. */
function roomGrowth(measured: ReadonlyMap<Shape, readonly GameRound[]>): string | undefined {
  const alone = [...measured].filter(([{ rooms }]) => rooms === 1);
  const points = alone.map(([{ players }, rounds]) => ({
    x: Math.log(players),
    y: Math.log(
      figureOf(
        "",
        "",
        rounds.map(({ cpu }) => cpu),
      ).median,
    ),
  }));
  const [from, to] = [alone[0]?.[0].players ?? 0, alone.at(-1)?.[0].players ?? 0];
  if (points.length < 2 || from >= to) return undefined;
  const mean = (of: (point: { x: number; y: number }) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const power = mean((point) => (point.x - x) * (point.y - y)) / mean((point) => (point.x - x) ** 2);
  // What n log n is between the smallest and the largest of these rooms.
  const limit = Math.log((to * Math.log(to)) / (from * Math.log(from))) / Math.log(to / from);
  return `A room of n costs n^${power.toFixed(2)} from ${from} to ${to} players; n log n would be n^${limit.toFixed(2)} there.`;
}

function nameOf({ rooms, players }: Shape): string {
  return rooms === 1 ? `a room of ${players}` : `${rooms} rooms of ${players}`;
}

function shapeOf(text: string): Shape {
  const [, rooms, players] = /^(\d+)x(\d+)$/.exec(text) ?? [];
  if (rooms === undefined || players === undefined)
    throw new UsageError(`--shapes: expected rooms x players such as 50x8, found "${text}".`);
  return {
    rooms: wholeNumber("--shapes, rooms", rooms, 1, 1000),
    players: wholeNumber("--shapes, players", players, 2, 128),
  };
}

/** What a player costs by the size of a room and the number of rooms. */
export const scaleBench: Bench = {
  name: "scale",
  summary: "CPU per player by players in a room and by rooms, and how evenly they step",
  usage: USAGE,
  run,
};
