import { isUsageError } from "../usage.ts";
import { attackBench } from "./attack.ts";
import { botsBench } from "./bots.ts";
import { bytesBench } from "./bytes.ts";
import { capacityBench } from "./capacity/bench.ts";
import { careerBench } from "./career.ts";
import { clientBench } from "./client/bench.ts";
import { clusterBench } from "./cluster.ts";
import { costBench } from "./cost.ts";
import { floorBench } from "./floor.ts";
import { netcodeBench } from "./netcode/bench.ts";
import { pageBench } from "./page/bench.ts";
import { peersBench } from "./peers.ts";
import { roomBench } from "./room.ts";
import { scaleBench } from "./scale.ts";
import { snapshotBench } from "./snapshot.ts";
import { spectatorsBench } from "./spectators.ts";

const BENCHES = [
  botsBench,
  careerBench,
  roomBench,
  bytesBench,
  costBench,
  floorBench,
  peersBench,
  scaleBench,
  spectatorsBench,
  snapshotBench,
  clusterBench,
  netcodeBench,
  capacityBench,
  clientBench,
  pageBench,
  attackBench,
];

const HELP = `npm run bench -- <name> [options]

${BENCHES.map(({ name, summary }) => `  ${name.padEnd(12)}${summary}`).join("\n")}

npm run bench -- <name> --help   tells the options of one of them.
`;

/** Where a command writes: standard output and standard error, or what a test reads. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Runs the bench that the first argument names. Returns the exit status. */
export async function runBench([name, ...args]: readonly string[], { out, err }: Output): Promise<number> {
  if (name === "--help" || name === "-h") {
    out(HELP);
    return 0;
  }
  const bench = BENCHES.find((candidate) => candidate.name === name);
  if (bench === undefined) {
    err(name === undefined ? HELP : `There is no bench "${name}".\n\n${HELP}`);
    return 2;
  }
  if (args.includes("--help") || args.includes("-h")) {
    out(bench.usage);
    return 0;
  }
  try {
    await bench.run(args);
    return 0;
  } catch (error) {
    if (!isUsageError(error)) throw error;
    err(`${error.message}\n\n${bench.usage}`);
    return 2;
  }
}
