import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { wholeNumber } from "#bots/load/usage.ts";
import type { Bench } from "./bench.ts";

const USAGE = `npm run bench -- attack [options]

A server with default limits, 16 players from one address, and a stranger from another who does all that has knocked servers
over: ids that every object has, Stampedes of bots, rooms for nobody, seats that are not taken, broken messages, requests of
foreign pages. Prints how the players' patches came, and how often a friend got into a room at the first try. Exits with 1
when patches come at less than 24 a second or with a p99 of 80 ms or more, or a friend gets in less than nine times of ten.

  --seconds N   how long (120)
`;

/** Runs the measurement in a process of its own, of which the server, the stranger and this command take nothing. */
async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { seconds: { type: "string", default: "120" } },
  });
  const seconds = wholeNumber("--seconds", values.seconds, 5, 3600);
  const measuring = fork(join(import.meta.dirname, "attack/measure.ts"), [String(seconds)], { execArgv: [] });
  const [status] = await once(measuring, "exit");
  if (status !== 0) throw new Error("The attack was noticed, or could not be measured: see above.");
}

/** What a stranger can do to those who play. */
export const attackBench: Bench = {
  name: "attack",
  summary:
    "two minutes of attacks on a server with default limits, seen by 16 who play and a friend who joins",
  usage: USAGE,
  run,
};
