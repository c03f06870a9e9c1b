import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { wholeNumber } from "#bots/load/usage.ts";
import type { Bench } from "../bench.ts";
import { insertMeasured } from "../document.ts";
import { writeTables } from "./document.ts";
import { measureAll } from "./measure.ts";
import { drawPictures } from "./pictures.ts";

const USAGE = `npm run bench -- netcode [options]

Plays on virtual lines, in a time that is turned by hand, and writes the tables and pictures of docs/netcode.md and
the figures behind them, docs/netcode.json. The same seeds give the same figures on every machine.

  --seeds N   1..20, how often the running about is repeated, default 3
  --dry       print the tables, write nothing
`;

const DOCS = join(import.meta.dirname, "../../../docs");

async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { seeds: { type: "string", default: "3" }, dry: { type: "boolean", default: false } },
  });
  const seeds = wholeNumber("--seeds", values.seeds, 1, 20);
  const tell = (what: string): void => {
    process.stderr.write(`${what}\n`);
  };
  const results = await measureAll(seeds, tell);
  const tables = writeTables(results, seeds);
  process.stdout.write(`${tables}\n`);
  if (values.dry) return;
  const path = join(DOCS, "netcode.md");
  await writeFile(path, insertMeasured(await readFile(path, "utf8"), "netcode", tables));
  await writeFile(join(DOCS, "netcode.json"), `${JSON.stringify({ seeds, ...results }, null, 1)}\n`);
  await mkdir(join(DOCS, "images"), { recursive: true });
  for (const { file, svg } of await drawPictures(tell)) await writeFile(join(DOCS, "images", file), svg);
}

/** The tables of docs/netcode.md. */
export const netcodeBench: Bench = {
  name: "netcode",
  summary: "how the game feels on twelve lines; writes the tables of docs/netcode.md",
  usage: USAGE,
  run,
};
