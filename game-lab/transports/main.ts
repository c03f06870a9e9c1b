import { readFile } from "node:fs/promises";
import { endWithNpm } from "../../tools/end-with-npm.ts";
import { isUsageError } from "../usage.ts";
import { Keeper } from "./keeper.ts";
import { type LabOptions, parseOptions, USAGE } from "./options.ts";
import { checkResumable } from "./progress.ts";
import { consoleTables } from "./report/tables.ts";
import { writeReport } from "./report/write.ts";
import { type Results, readResults } from "./results.ts";
import { runLab } from "./run.ts";
import { setUp } from "./site.ts";

/** Status of a process that Ctrl-C has ended. */
const INTERRUPTED = 130;

/** Runs the command. Returns the exit status: 1 when something could not be measured. */
async function main(args: readonly string[]): Promise<number> {
  const options = parseOptions(args);
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (options.from !== undefined) return rewrite(options.from, options.out);
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => stopping.abort(new Error("stopped")));
  }
  endWithNpm();
  const resumed = options.resume === undefined ? undefined : await Keeper.resume(options.resume);
  const keeper = resumed?.keeper ?? Keeper.begin(new Date());
  try {
    return await experiment(options, stopping.signal, keeper, resumed?.known);
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
    const kept = keeper.holds ? `Go on with --resume ${keeper.file}` : "Nothing was measured.";
    process.stderr.write(`Stopped. ${kept}\n`);
    return INTERRUPTED;
  }
}

async function rewrite(file: string, out: string): Promise<number> {
  const results = readResults(await readFile(file, "utf8"), file);
  for (const name of await writeReport(results, out)) process.stdout.write(`Written: ${name}\n`);
  return 0;
}

async function experiment(
  options: LabOptions,
  stopping: AbortSignal,
  keeper: Keeper,
  known?: Results,
): Promise<number> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const site = await setUp(options.link, options.seed, stopping);
  try {
    if (site.link.kind === "bytes") {
      say(
        `The link is a proxy that delays bytes, not packets: ${site.why}. It loses nothing, and carries TCP only.`,
      );
    }
    if (known !== undefined) checkResumable(known, { site, options });
    say(`Results are kept in ${keeper.file}.`);
    const { results, left } = await runLab(site, options, known, { say, keep: keeper.keep }, stopping);
    say(consoleTables(results));
    if (left > 0) {
      say(`The time is up, with ${left} measurements to go: go on with --resume ${keeper.file}`);
      return 0;
    }
    for (const file of await writeReport(results, options.out)) say(`Written: ${file}`);
    await keeper.done();
    const failures = [...results.cells, ...results.duels].filter(({ failure }) => failure !== undefined);
    return failures.length === 0 ? 0 : 1;
  } finally {
    await site.stop();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!isUsageError(error)) throw error;
  process.stderr.write(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
