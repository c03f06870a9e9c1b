import { once } from "node:events";
import { availableParallelism } from "node:os";
import { parseOptions } from "#bots/load/options.ts";
import { Progress } from "#bots/load/progress.ts";
import type { Report } from "#bots/load/report-schema.ts";
import { runLoad } from "#bots/load/run.ts";
import { NET } from "#shared/tunables.ts";
import { startGameServer } from "../start-game-server.ts";
import { type Surroundings, watchSurroundings } from "./surroundings.ts";

/** A worker that uses more of its core (%) than this is at its end. */
const GENERATOR_FULL = 85;
/** Shares of inputs left out, and of patches that came, up to which a load is the one that was meant. */
const MAX_SKIPPED = 0.02;
const LEAST_DELIVERED = 0.97;

/** What a server is loaded with. */
export interface Load {
  readonly mode: "brawl" | "stampede";
  /** Who a player is told of: everybody in the room, or on the huge arena of a Stampede whoever is near. */
  readonly inView: "all" | "near";
  readonly players: number;
  readonly rooms: number;
}

/** How long: the time in which players come and code is compiled, and the time that is measured (s). */
export interface Pace {
  readonly ramp: number;
  readonly seconds: number;
}

type Percentiles = NonNullable<NonNullable<Report["server"]>["stepLength"]>;

/** What a server did under a load. */
export interface Measured {
  readonly load: Load;
  /** CPU of the whole server process: % of a core, ms per player and second, us per patch that a client got. */
  readonly cpu: number;
  readonly perPlayer: number;
  readonly perUpdate: number;
  /** Length of a step and time from one to the next (ms); steps longer than a step may be. */
  readonly step: Percentiles;
  readonly interval: Percentiles;
  readonly overruns: number;
  readonly steps: number;
  /** Bytes of a patch with the events that came along, and per client and second, down and up. */
  readonly bytesPerPatch: number;
  readonly bytesDown: number;
  readonly bytesUp: number;
  /** From an input to the patch that includes it (ms). */
  readonly inputToAck: Pick<Percentiles, "p50" | "p99">;
  /** Resident memory (MB). */
  readonly memory: number;
  readonly errors: number;
  readonly diverged: number;
  /** Share of the nominal patches that clients got, and of the inputs that they were to send and left out. */
  readonly delivered: number;
  readonly skipped: number;
  /** The load generator: CPU of its busiest worker (% of a core), and how late it was (ms, p99 of the median second). */
  readonly generatorCpu: number;
  readonly generatorLate: number;
  /** Why the server was not loaded as it should have been, or did not do what it should have; undefined when all was well. */
  readonly shortfall: string | undefined;
  readonly surroundings: Surroundings;
}

/** Loads a server in a process of its own with the clients of `npm run loadtest`, and tells what it did. */
export async function measure(load: Load, pace: Pace): Promise<Measured> {
  const look = watchSurroundings();
  const { server, adminToken } = startGameServer(load.inView);
  const ended = once(server, "exit");
  try {
    const [port] = await Promise.race([
      once(server, "message"),
      ended.then(() => Promise.reject(new Error("The server did not start."))),
    ]);
    const { report } = await runLoad({
      options: optionsOf(load, pace),
      origin: `http://127.0.0.1:${port}`,
      adminToken,
      ownServer: undefined,
      progress: new Progress({ write: () => {} }, load.players),
      interrupted: new Promise(() => {}),
    });
    server.disconnect();
    await ended;
    return figuresOf(load, report, look());
  } finally {
    if (server.connected) server.disconnect();
  }
}

function optionsOf({ mode, players, rooms }: Load, { ramp, seconds }: Pace) {
  const line = `--clients ${players} --rooms ${rooms} --mode ${mode} --brain wander --ramp ${ramp} --duration ${seconds} --seed ${players}`;
  return parseOptions(line.split(" "), {}, availableParallelism());
}

function figuresOf(load: Load, report: Report, surroundings: Surroundings): Measured {
  const { server, traffic, clients, errors, divergence, latencies } = report;
  if (server?.stepLength === undefined || server.stepInterval === undefined)
    throw new Error(`The server told no figures. ${report.serverNote ?? ""}`);
  const delivered = traffic.patches / (clients.playerSeconds * NET.patchRate);
  return {
    load,
    cpu: server.cpuPercent,
    perPlayer: server.cpuPerPlayerSecond * 1000,
    perUpdate: server.cpuPerUpdate,
    step: server.stepLength,
    interval: server.stepInterval,
    overruns: server.overruns,
    steps: server.steps,
    bytesPerPatch: traffic.bytesPerPatch,
    bytesDown: traffic.bytesDownPerClientSecond,
    bytesUp: traffic.bytesUpPerClientSecond,
    inputToAck: {
      p50: latencies.inputToAck?.p50 ?? Number.NaN,
      p99: latencies.inputToAck?.p99 ?? Number.NaN,
    },
    memory: server.memory,
    errors: errors.total,
    diverged: divergence.diverged ?? 0,
    ...loadedWell(report, delivered),
    surroundings,
  };
}

/** Whether the CPU that was used belongs to the load that was meant. How late clients were plays no part in that. */
function loadedWell({ generator }: Report, delivered: number) {
  const { cpuPercent, skippedInputs: skipped, typicalDelay } = generator;
  const reasons = [
    ...(cpuPercent > GENERATOR_FULL ? [`the clients' core was full (${cpuPercent.toFixed(0)} %)`] : []),
    ...(skipped > MAX_SKIPPED ? [`clients left out ${(skipped * 100).toFixed(1)} % of their inputs`] : []),
    ...(delivered < LEAST_DELIVERED ? [`${(delivered * 100).toFixed(0)} % of the patches came`] : []),
  ];
  const shortfall = reasons.length === 0 ? undefined : reasons.join(", ");
  return { delivered, skipped, generatorCpu: cpuPercent, generatorLate: typicalDelay, shortfall };
}
