import { mkdir, readFile, writeFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parseOptions } from "#bots/load/options.ts";
import { startOwnServer } from "#bots/load/own-server.ts";
import { UsageError, wholeNumber } from "#bots/load/usage.ts";
import { launchBrowser, type Renderer } from "../../../tools/launch-browser.ts";
import type { Bench } from "../bench.ts";
import { insertMeasured } from "../document.ts";
import { describeMachine } from "../machine.ts";
import { type Figure, figureOf, report } from "../results.ts";
import { stretchesOf } from "./figures.ts";
import { mapPage } from "./page-maps.ts";
import { SCENARIOS, type Scenario, visit } from "./scenario.ts";
import { type ClientResult, writeClient } from "./tables.ts";
import { readTrace } from "./trace.ts";

const USAGE = `npm run bench -- client [options]

What the game costs a page, by traces of Chromium: the processor time of each frame by what it was spent on, decoding
and prediction, garbage. A Brawl of 16 and a Stampede of 64, on a line with 80 ms of round trip; a Brawl of as many as
practice has, and practice. Writes its part of docs/capacity.md and docs/client.json.

  --seconds N    of playing in each (20)
  --renderer R   webgl or canvas (canvas: WebGL in software starves everything else)
  --dry          print, write nothing
  --only TEXT    only what has this in its name, such as "practice"; with it nothing is written
  --keep DIR     keep the traces there: Chromium's developer tools open them
`;

const DOCS = join(import.meta.dirname, "../../../docs");

async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seconds: { type: "string", default: "20" },
      renderer: { type: "string", default: "canvas" },
      dry: { type: "boolean", default: false },
      only: { type: "string", default: "" },
      keep: { type: "string" },
    },
  });
  const seconds = wholeNumber("--seconds", values.seconds, 2, 300);
  const renderer = rendererOf(values.renderer);
  const scenarios = SCENARIOS.filter(({ name }) => name.includes(values.only));
  if (scenarios.length === 0)
    throw new UsageError(`--only takes a part of ${SCENARIOS.map(({ name }) => `"${name}"`).join(", ")}.`);
  const results = await measureAll(scenarios, renderer, seconds, values.keep);
  const machine = describeMachine();
  const command = ["npm run bench -- client", ...args].join(" ");
  const text = writeClient(command, machine, results);
  process.stdout.write(`${text}\n\n${report("client", results.flatMap(figuresOf))}\n`);
  if (values.dry || values.only !== "") return;
  const path = join(DOCS, "capacity.md");
  await writeFile(path, insertMeasured(await readFile(path, "utf8"), "client", text));
  await writeFile(join(DOCS, "client.json"), `${JSON.stringify({ command, machine, results }, null, 1)}\n`);
}

async function measureAll(
  scenarios: readonly Scenario[],
  renderer: Renderer,
  seconds: number,
  keep: string | undefined,
): Promise<ClientResult[]> {
  const page = await mapPage();
  try {
    const server = await startOwnServer(parseOptions([], {}, availableParallelism()));
    try {
      const results: ClientResult[] = [];
      for (const scenario of scenarios) {
        process.stderr.write(`  ${scenario.name}\n`);
        const browser = await launchBrowser({ renderer });
        try {
          const options = { browser, origin: server.origin, renderer, seconds };
          const { trace, ...about } = await visit(scenario, options);
          if (keep !== undefined) {
            await mkdir(keep, { recursive: true });
            await writeFile(join(keep, `trace-${scenario.players}-${scenario.mode}.json`), trace);
          }
          const { name, players } = scenario;
          const loadAverage = loadavg()[0] ?? 0;
          results.push({
            name,
            players,
            ...about,
            loadAverage,
            ...stretchesOf(readTrace(trace), page.sourceOf),
          });
        } finally {
          await browser.close();
        }
      }
      return results;
    } finally {
      await server.stop();
    }
  } finally {
    await page.remove();
  }
}

function rendererOf(text: string): Renderer {
  if (text === "webgl" || text === "canvas") return text;
  throw new UsageError(`--renderer takes webgl or canvas, not "${text}".`);
}

function figuresOf({ name, playing, coming }: ClientResult): Figure[] {
  const of = (what: string, unit: string, value: number) => figureOf(`${name}: ${what}`, unit, [value]);
  return [
    of("decoding, netcode and page in a frame", "ms", playing.undrawn),
    of("our own code in a frame, p50", "ms", playing.own.p50),
    of("our own code in a frame, p99", "ms", playing.own.p99),
    of("our own code in a frame, most", "ms", playing.own.max),
    of("the same while the match begins", "ms", coming.own.max),
    of("decoding", "ms/s", playing.decodePerSecond),
    of("prediction and netcode", "ms/s", playing.predictPerSecond),
    of("allocated", "MB/min", playing.garbage.perMinute),
  ];
}

/** What the game costs a page. */
export const clientBench: Bench = {
  name: "client",
  summary: "what a frame costs in Chromium; writes its part of docs/capacity.md",
  usage: USAGE,
  run,
};
