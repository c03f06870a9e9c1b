import { availableParallelism, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { parseOptions } from "#bots/load/options.ts";
import { startOwnServer } from "#bots/load/own-server.ts";
import { UsageError, wholeNumber } from "#bots/load/usage.ts";
import { ensureClient } from "../../../tools/client-build.ts";
import { launchBrowser, type Renderer } from "../../../tools/launch-browser.ts";
import type { Bench } from "../bench.ts";
import { type Figure, figureOf, report } from "../results.ts";
import { type Line, type Visit, visitPage } from "./visit.ts";
import { FETCHED_KINDS, totalOf, weightUntil } from "./weights.ts";

const USAGE = `npm run bench -- page [options]

What the page weighs, and how soon a match is seen: somebody who has never been here opens it in Chromium over a slow
line and clicks on Play as soon as that can be clicked. Bytes are those over the line, packed, as Chromium tells them;
what goes over a WebSocket is not among them.

  --visits N     each in an empty browser (5)
  --rate KBIT    of the line to the page, in kbit/s (1600); from it, half as much
  --rtt MS       round trip (150)
  --renderer R   webgl or canvas (canvas: WebGL in software starves everything else)
`;

async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      visits: { type: "string", default: "5" },
      rate: { type: "string", default: "1600" },
      rtt: { type: "string", default: "150" },
      renderer: { type: "string", default: "canvas" },
    },
  });
  const visits = wholeNumber("--visits", values.visits, 1, 100);
  const rate = wholeNumber("--rate", values.rate, 50, 1_000_000) / 1000;
  const line = { rate, rtt: wholeNumber("--rtt", values.rtt, 0, 5000) };
  const made = await visitOften(visits, line, rendererOf(values.renderer));
  process.stdout.write(
    `${rate} Mbit/s, ${line.rtt} ms round trip, ${visits} visits, load average ${(loadavg()[0] ?? 0).toFixed(1)}\n`,
  );
  process.stdout.write(`${report("page", figuresOf(made))}\n`);
}

async function visitOften(visits: number, line: Line, renderer: Renderer): Promise<Visit[]> {
  await ensureClient();
  const server = await startOwnServer(parseOptions([], {}, availableParallelism()));
  try {
    const browser = await launchBrowser({ renderer });
    try {
      const made: Visit[] = [];
      while (made.length < visits) made.push(await visitPage(browser, server.origin, line));
      return made;
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

function rendererOf(text: string): Renderer {
  if (text === "webgl" || text === "canvas") return text;
  throw new UsageError(`--renderer takes webgl or canvas, not "${text}".`);
}

/** The figures of some visits; a kind of file that none of them fetched is left out. */
export function figuresOf(visits: readonly Visit[]): Figure[] {
  const of = (name: string, unit: string, value: (visit: Visit) => number) =>
    figureOf(name, unit, visits.map(value));
  const moments = [
    ["until the menu can be used", ({ usable }: Visit) => usable],
    ["in all", () => Number.POSITIVE_INFINITY],
  ] as const;
  const weights = moments.flatMap(([words, moment]) => [
    of(words, "kB", (visit) => totalOf(weightUntil(visit.files, moment(visit))) / 1000),
    ...FETCHED_KINDS.map((kind) =>
      of(`${words}: ${kind}`, "kB", (visit) => weightUntil(visit.files, moment(visit))[kind] / 1000),
    ).filter(({ high }) => high > 0),
  ]);
  return [
    ...weights,
    of("from the navigation to the menu", "s", ({ usable }) => usable / 1000),
    of("from the click on Play to the match", "s", ({ clicked, shown }) => (shown - clicked) / 1000),
    of("from the navigation to the match", "s", ({ shown }) => shown / 1000),
  ];
}

/** What the page weighs, and how soon it shows a match. */
export const pageBench: Bench = {
  name: "page",
  summary: "what the page weighs over the line, and how soon a click on Play shows the match",
  usage: USAGE,
  run,
};
