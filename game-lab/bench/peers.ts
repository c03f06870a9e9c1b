import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { UsageError, wholeNumber } from "#bots/load/usage.ts";
import type { Bench } from "./bench.ts";
import type { Load } from "./floor/rounds.ts";
import { CONTESTANTS, type ContestantName, isContestant } from "./peers/contestants.ts";
import { driftOf, figuresOf, type Turn, troubleWith } from "./peers/judge.ts";
import { canPin } from "./pin.ts";
import { report } from "./results.ts";

/** Set in the process that runs in a network of its own. */
const INSIDE = "PUSHBACK_BENCH_NETWORK";

const USAGE = `npm run bench -- peers [options]

What a player costs a server (CPU of its whole process), side by side: the game as it ships, the game with everybody told of
everybody, a plain room of Colyseus with the same fields and rates, and hand-packed entities over bare ws. In turns, and ratios
are taken within a turn. Server and clients have a core each, and a network of their own where this may be had. A window counts
only if its clients were in time and the machine had little else to do.

  --clients N     100
  --turns N       3
  --seconds N     of each window (10)
  --only A,B,...  of ${Object.keys(CONTESTANTS).join(", ")}
  --quick         8 clients, one turn of two seconds without a warm-up: does it run at all?
`;

async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      clients: { type: "string", default: "100" },
      turns: { type: "string", default: "3" },
      seconds: { type: "string", default: "10" },
      only: { type: "string", default: Object.keys(CONTESTANTS).join(",") },
      quick: { type: "boolean", default: false },
    },
  });
  const { quick } = values;
  const names = values.only.split(",").map(nameOf);
  const clients = quick ? 8 : wholeNumber("--clients", values.clients, 2, 128);
  const turns = quick ? 1 : wholeNumber("--turns", values.turns, 1, 50);
  const seconds = quick ? 2 : wholeNumber("--seconds", values.seconds, 2, 600);
  if (runsInOwnNetwork(args)) return;
  const isPinned = canPin();
  const load: Load = { clients, players: clients, seconds, isPinned, ...(quick ? { warmUpMs: 0 } : {}) };
  const done: Turn[] = [];
  for (let turn = 0; turn < turns; turn++)
    done.push(await takeTurn(names, load, `turn ${turn + 1} of ${turns}`));
  console.log(
    `\n${clients} clients, ${seconds} s a window, ${isPinned ? "a core for the server" : "no core of its own for the server"}, ${process.env[INSIDE] === "1" ? "a network of its own" : "the machine's network"}, Node ${process.version}\n`,
  );
  console.log(report(quick ? "peers-quick" : "peers", figuresOf(done)));
  console.log(`\n${driftOf(done)}`);
}

async function takeTurn(names: readonly ContestantName[], load: Load, title: string): Promise<Turn> {
  const turn: Turn = new Map();
  for (const name of names) {
    const window = await CONTESTANTS[name].measure(load);
    const trouble = troubleWith(window);
    if (trouble === undefined) turn.set(name, window);
    const words = [
      `${((window.cpu / 100 / window.clients) * 1000).toFixed(2)} ms a player and second`,
      `${window.perUpdate.toFixed(0)} us an update`,
      `others ${window.others.toFixed(0)} % of a core`,
      ...(trouble === undefined ? [] : [`does not count: ${trouble}`]),
    ];
    console.log(`  ${title}: ${name.padEnd(9)} ${words.join(", ")}`);
  }
  return turn;
}

/** Runs the same once more in a network of its own, where only root may make one. Returns whether that was done. */
function runsInOwnNetwork(args: readonly string[]): boolean {
  if (process.env[INSIDE] === "1" || process.getuid?.() !== 0) return false;
  if (spawnSync("unshare", ["--net", "true"]).status !== 0) return false;
  const [, main = ""] = process.argv;
  const command = [
    "sh",
    "-c",
    'ip link set lo up && exec "$@"',
    "sh",
    process.execPath,
    main,
    "peers",
    ...args,
  ];
  const { status } = spawnSync("unshare", ["--net", ...command], {
    stdio: "inherit",
    env: { ...process.env, [INSIDE]: "1" },
  });
  if (status !== 0) process.exitCode = status ?? 1;
  return true;
}

function nameOf(name: string): ContestantName {
  if (isContestant(name)) return name;
  throw new UsageError(`--only: there is ${Object.keys(CONTESTANTS).join(", ")}, found "${name}".`);
}

/** What a player costs, beside others who do the same. */
export const peersBench: Bench = {
  name: "peers",
  summary: "CPU per player of the game, a plain Colyseus room and hand-packed ws, in turns",
  usage: USAGE,
  run,
};
