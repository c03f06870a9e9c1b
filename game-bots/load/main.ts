/** `npm run loadtest`: loads a server with bot clients and reports what was measured. `--help` tells the rest. */
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { descriptorLimit, explainTooFewDescriptors } from "./descriptors.ts";
import { explainFailure } from "./failures.ts";
import { HELP } from "./help.ts";
import { renderReport } from "./html.ts";
import { type LoadOptions, parseOptions } from "./options.ts";
import { startOwnServer } from "./own-server.ts";
import { Progress } from "./progress.ts";
import type { Report } from "./report-schema.ts";
import { type Interruption, runLoad } from "./run.ts";
import { summary } from "./summary.ts";
import { complain, optionsOf } from "./usage.ts";

const Status = { Fine: 0, Exceeded: 1, NoServer: 3, NoMachine: 4, Interrupted: 130 } as const;

async function main(args: readonly string[]): Promise<number> {
  const options = optionsOf(
    {
      name: "loadtest",
      help: HELP,
      parse: (given) => parseOptions(given, process.env, availableParallelism()),
    },
    args,
  );
  if (typeof options === "number") return options;
  const { clients, workers, url } = options;
  const tooFew = explainTooFewDescriptors(descriptorLimit(), clients, workers, url === undefined);
  if (tooFew !== undefined) return complain(tooFew, Status.NoMachine);
  return url === undefined ? testOwnServer(options) : testServer(options, url);
}

async function testOwnServer(options: LoadOptions): Promise<number> {
  let server: Awaited<ReturnType<typeof startOwnServer>>;
  try {
    server = await startOwnServer(options);
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error), Status.NoServer);
  }
  try {
    return await test(options, server.origin, server.adminToken, server);
  } finally {
    await server.stop();
  }
}

async function testServer(options: LoadOptions, url: string): Promise<number> {
  const problem = await whyNot(url);
  if (problem !== undefined) return complain(problem, Status.NoServer);
  return test(options, url, options.adminToken, undefined);
}

/** Why there is no use in testing a server, or undefined when it is ready. */
async function whyNot(url: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5000) });
    const health: unknown = await answer.json().catch(() => undefined);
    const status = typeof health === "object" && health !== null && "status" in health ? health.status : "";
    if (status === "ready") return undefined;
    if (status === "draining") return `The server at ${url} is going down and lets nobody in.`;
    return `What answers at ${url} is no Pushback server: GET /healthz was answered with status ${answer.status}.`;
  } catch (error) {
    return `There is no server to test at ${url}. ${explainFailure(error)}`;
  }
}

async function test(
  options: LoadOptions,
  origin: string,
  adminToken: string | undefined,
  ownServer: Awaited<ReturnType<typeof startOwnServer>> | undefined,
): Promise<number> {
  const progress = new Progress(process.stdout, options.clients);
  const { clients, rooms, workers, ramp, duration } = options;
  const where = ownServer === undefined ? origin : `a server of our own (process ${ownServer.pid})`;
  progress.say(
    `${counted(clients, "client")} in ${counted(rooms, "room")} on ${where}, ${counted(workers, "worker")}: ${ramp} s to come in, ${duration} s measured.`,
  );
  const { report, cut } = await runLoad({
    options,
    origin,
    adminToken,
    ownServer,
    progress,
    interrupted: interruption(),
  });
  progress.say(summary(report));
  const written = await write(options, report, progress);
  if (cut !== undefined) return cut.status;
  if (report.clients.joined === 0) return complain("Nobody could join.", Status.NoServer);
  return written && report.verdict.passed ? Status.Fine : Status.Exceeded;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** Resolves at the first Ctrl-C; the second one ends at once. */
function interruption(): Promise<Interruption> {
  return new Promise((resolve) => {
    const stop = (): void => resolve({ words: "Interrupted.", status: Status.Interrupted });
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
}

/** Writes the files that were asked for. Returns whether that worked. */
async function write(
  { report: json, html }: LoadOptions,
  report: Report,
  progress: Progress,
): Promise<boolean> {
  try {
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(report, undefined, 1)}\n`);
    if (html !== undefined) writeFileSync(html, await renderReport(report));
    for (const file of [json, html]) if (file !== undefined) progress.say(`Written: ${file}`);
    return true;
  } catch (error) {
    complain(`The report could not be written: ${error instanceof Error ? error.message : error}`, 1);
    return false;
  }
}

process.exitCode = await main(process.argv.slice(2));
