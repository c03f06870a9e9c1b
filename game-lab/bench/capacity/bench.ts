import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { wholeNumber } from "#bots/load/usage.ts";
import type { Bench } from "../bench.ts";
import { insertMeasured } from "../document.ts";
import { describeMachine } from "../machine.ts";
import { figureOf, report } from "../results.ts";
import { analyse } from "./analysis.ts";
import type { Measured } from "./measure.ts";
import { drawRoom, drawRooms } from "./pictures.ts";
import { measureAll, type Plan, type Results } from "./series.ts";
import { writeCapacity } from "./tables.ts";

const USAGE = `npm run bench -- capacity [options]

How much one process holds: a room by the number of players in it, and full Brawls by their number until a core is
full or the clients no longer keep up. Writes the tables and pictures of docs/capacity.md and the figures behind them,
docs/capacity.json. Takes about five minutes a round; give it a machine with nothing else to do.

  --rounds N    1..10, how often each is measured, in turns, default 1; more tell the noise
  --quick       a try in half a minute with few players, which writes nothing
`;

const DOCS = join(import.meta.dirname, "../../../docs");

const FULL_PLAN: Omit<Plan, "rounds"> = {
  sizes: [8, 16, 32, 64, 100, 128],
  rooms: [1, 2, 4, 8, 12, 16, 20, 25, 32, 40],
  pace: { ramp: 6, seconds: 8 },
};
const QUICK_PLAN: Omit<Plan, "rounds"> = {
  sizes: [4, 8, 16],
  rooms: [1, 2, 3],
  pace: { ramp: 1, seconds: 2 },
};

async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: "string", default: "1" }, quick: { type: "boolean", default: false } },
  });
  const rounds = wholeNumber("--rounds", values.rounds, 1, 10);
  const plan = { ...(values.quick ? QUICK_PLAN : FULL_PLAN), rounds };
  const machine = describeMachine();
  const results = await measureAll(plan, (measured) => process.stderr.write(`${lineOf(measured)}\n`));
  const analysis = analyse(results);
  const command = ["npm run bench -- capacity", ...args].join(" ");
  const text = writeCapacity(command, machine, plan, results, analysis);
  process.stdout.write(`${text}\n\n`);
  if (values.quick) return;
  process.stdout.write(`${compareWithLast(results)}\n`);
  const path = join(DOCS, "capacity.md");
  await writeFile(path, insertMeasured(await readFile(path, "utf8"), "capacity", text));
  const json = { command, machine, plan, analysis, results };
  await writeFile(join(DOCS, "capacity.json"), `${JSON.stringify(json, null, 1)}\n`);
  await mkdir(join(DOCS, "images"), { recursive: true });
  await writeFile(join(DOCS, "images/capacity-room.svg"), drawRoom(analysis));
  await writeFile(join(DOCS, "images/capacity-rooms.svg"), drawRooms(analysis));
}

function nameOf({ mode, inView, players, rooms }: Measured["load"]): string {
  return mode === "brawl" ? `${rooms} Brawls, ${players} players` : `a room of ${players}, told of ${inView}`;
}

function lineOf({ load, cpu, perUpdate, shortfall, surroundings }: Measured): string {
  const others = surroundings.othersCores;
  const noise = others === undefined ? "" : `; others ${others.toFixed(2)} cores`;
  const note = shortfall === undefined ? "" : `; ${shortfall}`;
  return `  ${nameOf(load).padEnd(34)}${cpu.toFixed(1).padStart(6)} % of a core, ${perUpdate.toFixed(1)} us per update${noise}${note}`;
}

function compareWithLast({ near, all, rooms }: Results): string {
  const figures = [...near, ...all, ...rooms].flatMap((rounds) => {
    const [first] = rounds;
    if (first === undefined) return [];
    const updates = rounds.map(({ perUpdate }) => perUpdate);
    return [figureOf(nameOf(first.load), "us/update", updates)];
  });
  return report("capacity", figures);
}

/** How much one process holds. */
export const capacityBench: Bench = {
  name: "capacity",
  summary: "how many players a process holds; writes docs/capacity.md",
  usage: USAGE,
  run,
};
