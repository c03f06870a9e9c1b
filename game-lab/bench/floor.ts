import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { wholeNumber } from "#bots/load/usage.ts";
import type { Bench } from "./bench.ts";
import { floorRound, type GameRound, gameRound, type Load, type Round } from "./floor/rounds.ts";
import { type Figure, figureOf, report } from "./results.ts";

const USAGE = `npm run bench -- floor [options]

What one update costs the server (CPU of its whole process per update that a client got), against the floor: the same
number of entities, packed by hand once and broadcast over bare ws, with an input of each client in each step. The two
are measured in turns. Give it a machine with nothing else to do.

  --clients N     100
  --players N     in each room (100)
  --rounds N      3
  --seconds N     of each round (10)
`;

async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      clients: { type: "string", default: "100" },
      players: { type: "string", default: "100" },
      rounds: { type: "string", default: "3" },
      seconds: { type: "string", default: "10" },
    },
  });
  const load: Load = {
    clients: wholeNumber("--clients", values.clients, 1, 5000),
    players: wholeNumber("--players", values.players, 1, 128),
    seconds: wholeNumber("--seconds", values.seconds, 2, 600),
  };
  const rounds = wholeNumber("--rounds", values.rounds, 1, 50);
  const floor: Round[] = [];
  const game: GameRound[] = [];
  for (let round = 0; round < rounds; round++) {
    const [bare, ours] = [await floorRound(load), await gameRound(load)];
    floor.push(bare);
    game.push(ours);
    console.log(
      `  round ${round + 1} of ${rounds}: floor ${us(bare)}, game ${us(ours)}, load average ${(loadavg()[0] ?? 0).toFixed(1)}`,
    );
  }
  console.log(
    `\n${load.clients} clients in rooms of ${load.players}, all of them in view, ${load.seconds} s a round, Node ${process.version}\n`,
  );
  const name = load.clients === load.players ? "floor" : `floor-${load.clients}-in-rooms-of-${load.players}`;
  console.log(report(name, figures(floor, game)));
}

function figures(floor: readonly Round[], game: readonly GameRound[]): Figure[] {
  const of = <T>(name: string, unit: string, rounds: readonly T[], value: (round: T) => number): Figure =>
    figureOf(name, unit, rounds.map(value));
  const ratios = game.map(({ perUpdate }, round) => perUpdate / (floor[round]?.perUpdate ?? Number.NaN));
  return [
    of("floor: CPU per update", "us", floor, ({ perUpdate }) => perUpdate),
    of("game: CPU per update", "us", game, ({ perUpdate }) => perUpdate),
    figureOf("game / floor", "x", ratios),
    of("floor: CPU", "%", floor, ({ cpu }) => cpu),
    of("game: CPU", "%", game, ({ cpu }) => cpu),
    of("floor: updates per round", "", floor, ({ updates }) => updates),
    of("game: updates per round", "", game, ({ updates }) => updates),
    of("floor: bytes per update", "B", floor, ({ bytes }) => bytes),
    of("game: bytes per update, events included", "B", game, ({ bytes }) => bytes),
    of("game: a step, p99", "ms", game, ({ stepP99 }) => stepP99),
    of("game: from step to step, p99", "ms", game, ({ intervalP99 }) => intervalP99),
  ];
}

function us({ perUpdate }: Round): string {
  return `${perUpdate.toFixed(1)} us`;
}

/** What one update costs, against the least that it can cost. */
export const floorBench: Bench = {
  name: "floor",
  summary: "CPU per update against hand-packed entities over bare ws",
  usage: USAGE,
  run,
};
