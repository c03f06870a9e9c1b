import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { wholeNumber } from "#bots/load/usage.ts";
import { MATCH } from "#shared/tunables.ts";
import type { Bench } from "./bench.ts";
import { type GameRound, gameRound } from "./floor/rounds.ts";
import { type Figure, figureOf, report } from "./results.ts";

const USAGE = `npm run bench -- spectators [options]

What so many spectators of a full room cost the server (CPU of its whole process), against as many players in rooms of their
own, and whether the players of the room notice them: its steps and the patches that they get. In turns: the room alone, with
the spectators, with the players.

  --count N     20, of each; at most ${MATCH.maxSpectators}
  --rounds N    3
  --seconds N   of each (10)
  --quick       2 of each and a room of 4, one round of two seconds without a warm-up: does it run at all?
`;

/** One round of each. */
interface Turn {
  readonly alone: GameRound;
  readonly spectators: GameRound;
  readonly players: GameRound;
}

async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      count: { type: "string", default: "20" },
      rounds: { type: "string", default: "3" },
      seconds: { type: "string", default: "10" },
      quick: { type: "boolean", default: false },
    },
  });
  const { quick } = values;
  const count = quick ? 2 : wholeNumber("--count", values.count, 1, MATCH.maxSpectators);
  const rounds = quick ? 1 : wholeNumber("--rounds", values.rounds, 1, 50);
  const seconds = quick ? 2 : wholeNumber("--seconds", values.seconds, 2, 600);
  const seats = quick ? 4 : MATCH.maxPlayers;
  const load = { clients: seats, players: seats, seconds, ...(quick ? { warmUpMs: 0 } : {}) };
  const turns: Turn[] = [];
  for (let round = 0; round < rounds; round++) {
    const turn: Turn = {
      alone: await gameRound(load),
      spectators: await gameRound({ ...load, watchers: count }),
      players: await gameRound({ ...load, clients: seats + count }),
    };
    turns.push(turn);
    const busy = (loadavg()[0] ?? 0).toFixed(1);
    const [alone, more, players] = [turn.alone, turn.spectators, turn.players].map(({ cpu }) =>
      cpu.toFixed(1),
    );
    console.log(
      `  round ${round + 1} of ${rounds}: alone ${alone} %, with spectators ${more} %, with players ${players} %, load average ${busy}`,
    );
  }
  console.log(`\nA room of ${seats}, ${count} more of each, ${seconds} s a round, Node ${process.version}\n`);
  console.log(report(quick ? "spectators-quick" : "spectators", spectatorFigures(turns, count)));
}

/** What `count` more of each cost, by the rounds, and what the players of the room noticed. */
export function spectatorFigures(turns: readonly Turn[], count: number): Figure[] {
  const of = (name: string, unit: string, value: (turn: Turn) => number): Figure =>
    figureOf(name, unit, turns.map(value));
  return [
    of(`${count} spectators: CPU`, "% core", ({ spectators, alone }) => spectators.cpu - alone.cpu),
    of(`${count} players: CPU`, "% core", ({ players, alone }) => players.cpu - alone.cpu),
    of(
      "spectators / players",
      "x",
      ({ alone, spectators, players }) => (spectators.cpu - alone.cpu) / (players.cpu - alone.cpu),
    ),
    of("alone: a step, p99", "ms", ({ alone }) => alone.stepP99),
    of("with spectators: a step, p99", "ms", ({ spectators }) => spectators.stepP99),
    of("alone: from step to step, p99", "ms", ({ alone }) => alone.intervalP99),
    of("with spectators: from step to step, p99", "ms", ({ spectators }) => spectators.intervalP99),
    of("alone: from patch to patch, p99", "ms", ({ alone }) => alone.patchP99),
    of("with spectators: from patch to patch, p99", "ms", ({ spectators }) => spectators.patchP99),
  ];
}

/** What those who watch cost. */
export const spectatorsBench: Bench = {
  name: "spectators",
  summary: "CPU of 20 spectators of a full room against that of 20 players, and what the players notice",
  usage: USAGE,
  run,
};
