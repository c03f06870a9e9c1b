import { UsageError } from "./bench.ts";
import { botsBench } from "./bots.ts";
import { roomBench } from "./room.ts";

const BENCHES = [botsBench, roomBench];

const HELP = `npm run bench -- <name> [options]

${BENCHES.map(({ name, summary }) => `  ${name.padEnd(12)}${summary}`).join("\n")}

npm run bench -- <name> --help   tells the options of one of them.
`;

/** Runs the bench that the first argument names. Returns the exit status. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === "--help" || name === "-h") {
    process.stdout.write(HELP);
    return 0;
  }
  const bench = BENCHES.find((candidate) => candidate.name === name);
  if (bench === undefined) {
    process.stderr.write(name === undefined ? HELP : `There is no bench "${name}".\n\n${HELP}`);
    return 2;
  }
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(bench.usage);
    return 0;
  }
  try {
    await bench.run(args);
    return 0;
  } catch (error) {
    if (!isUsageError(error)) throw error;
    process.stderr.write(`${error.message}\n\n${bench.usage}`);
    return 2;
  }
}

/** Errors of the one who typed: ours, and those of node:util's parseArgs. */
function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

process.exitCode = await main(process.argv.slice(2));
