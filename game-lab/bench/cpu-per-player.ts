import { parseOptions } from "#bots/load/options.ts";
import { Progress } from "#bots/load/progress.ts";
import type { Second } from "#bots/load/report-schema.ts";
import { runLoad } from "#bots/load/run.ts";
import { cpuSecondsOf } from "./floor/process-cpu.ts";
import { type Figure, figureOf } from "./results.ts";
import type { SeveralProcesses } from "./several-processes.ts";

/** Time (s) in which the bots come. */
const RAMP = 8;
/** Seats of a room, and how many of them are taken: the last one is kept for others when a seat has lapsed on a busy machine. */
const SEATS = 16;
const TAKEN = 14;

/** CPU seconds at the end of a second, with how many played in it. */
interface Sample {
  readonly at: number;
  readonly connected: number;
  readonly game: number;
  readonly front: number;
}

/** Reads the CPU of processes with each second that a load test measures, by the kernel's account. */
class CpuProbe extends Progress {
  readonly samples: Sample[] = [];
  readonly #game: readonly number[];
  readonly #front: number | undefined;

  constructor(clients: number, game: readonly number[], front: number | undefined) {
    super({ write: () => {} }, clients);
    this.#game = game;
    this.#front = front;
  }

  override second({ phase, connected }: Second): void {
    if (phase !== "steady") return;
    this.samples.push({
      at: performance.now(),
      connected,
      game: this.#game.reduce((sum, pid) => sum + cpuSecondsOf(pid), 0),
      front: this.#front === undefined ? 0 : cpuSecondsOf(this.#front),
    });
  }

  /** CPU (ms) per player and second between the first and the last sample. */
  get costs(): { game: number; front: number } {
    const [first, ...rest] = this.samples;
    const last = rest.at(-1);
    if (first === undefined || last === undefined) throw new Error("The load test measured nothing.");
    const players = rest.reduce((sum, { connected }) => sum + connected, 0) / rest.length;
    const playerSeconds = players * ((last.at - first.at) / 1000);
    const cost = (seconds: number): number => (seconds * 1000) / playerSeconds;
    return { game: cost(last.game - first.game), front: cost(last.front - first.front) };
  }
}

/** A server that bots play on: one process, or several. */
export interface Side {
  readonly name: string;
  readonly of: SeveralProcesses;
}

/** CPU per player and second of the game with the same bots on each side, in turns; what leads players to processes apart. */
export async function compareCpu(
  sides: readonly Side[],
  { bots, rounds, seconds }: { bots: number; rounds: number; seconds: number },
): Promise<Figure[]> {
  const measured = sides.map(({ name, of }) => ({ name, of, game: [] as number[], front: [] as number[] }));
  for (let round = 0; round < rounds; round++) {
    for (const { of, game, front } of measured) {
      const costs = await playBots(of, bots, seconds);
      game.push(costs.game);
      front.push(costs.front);
    }
  }
  return measured.flatMap(({ name, of, game, front }) => [
    figureOf(`${name}: CPU of ${bots} bots, each and second`, "ms", game),
    ...(of.frontPid === undefined ? [] : [figureOf(`${name}: the front for each of them`, "ms", front)]),
  ]);
}

async function playBots(of: SeveralProcesses, bots: number, seconds: number): Promise<CpuProbe["costs"]> {
  const options = parseOptions(
    [
      "--clients",
      `${bots}`,
      "--rooms",
      `${Math.ceil(bots / TAKEN)}`,
      "--players-per-room",
      `${SEATS}`,
    ].concat(["--ramp", `${RAMP}`, "--duration", `${seconds}`, "--url", of.url, "--workers", "1"]),
    {},
    1,
  );
  const probe = new CpuProbe(bots, await of.pids(), of.frontPid);
  const { report } = await runLoad({
    options,
    origin: of.url,
    // Nobody asks for figures and states: that would be load as well, and twice as much of two processes.
    adminToken: undefined,
    ownServer: undefined,
    progress: probe,
    interrupted: new Promise(() => {}),
  });
  const { connectedAtEnd } = report.clients;
  if (connectedAtEnd < bots) {
    const why = report.errors.kinds.map(({ words, count }) => `${count} x ${words}`).join("\n");
    throw new Error(`Only ${connectedAtEnd} of ${bots} bots play.\n${why}`);
  }
  return probe.costs;
}
