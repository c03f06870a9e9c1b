import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Not in version control: figures of one machine mean little on another. */
const FOLDER = join(import.meta.dirname, "../../artifacts/bench");

/** A measured figure: the median of the rounds, and the smallest and largest of them, which are its noise. */
const figure = z.object({
  name: z.string(),
  unit: z.string(),
  median: z.number(),
  low: z.number(),
  high: z.number(),
});
export type Figure = z.infer<typeof figure>;

const kept = z.object({ at: z.string(), node: z.string(), figures: z.array(figure) });

/** The figure of several rounds. Throws when there are none. */
export function figureOf(name: string, unit: string, rounds: readonly number[]): Figure {
  const sorted = rounds.toSorted((a, b) => a - b);
  const [low, median, high] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)];
  if (low === undefined || median === undefined || high === undefined)
    throw new Error(`${name}: no round was measured.`);
  return { name, unit, median, low, high };
}

/** How a figure compares with an earlier one: only what lies outside of the noise of both is a change. */
export function compare(now: Figure, before: Figure | undefined): string {
  if (before === undefined) return "first";
  const change = before.median === 0 ? 0 : (now.median / before.median - 1) * 100;
  const words = `${change >= 0 ? "+" : ""}${change.toFixed(0)} %`;
  if (now.low > before.high) return `${words}, more`;
  if (now.high < before.low) return `${words}, less`;
  return `${words}, within the noise`;
}

/** A table of figures beside those of the last time, which they then replace. `folder` is for tests. */
export function report(bench: string, figures: readonly Figure[], folder: string = FOLDER): string {
  const last = readLast(bench, folder);
  const rows = figures.map((now) => {
    const before = last?.figures.find(({ name }) => name === now.name);
    const range = `${show(now.low)} to ${show(now.high)}`;
    return `  ${now.name.padEnd(46)}${`${show(now.median)} ${now.unit}`.padStart(14)}  ${range.padEnd(20)} ${compare(now, before)}`;
  });
  mkdirSync(folder, { recursive: true });
  const text = JSON.stringify({ at: new Date().toISOString(), node: process.version, figures }, undefined, 1);
  writeFileSync(join(folder, `${bench}.json`), `${text}\n`);
  const since = last === undefined ? "" : ` of ${last.at.slice(0, 16).replace("T", " ")}`;
  return [
    `  ${"".padEnd(46)}${"median".padStart(14)}  ${"of the rounds".padEnd(20)} against the last${since}`,
    ...rows,
  ].join("\n");
}

function readLast(bench: string, folder: string): z.infer<typeof kept> | undefined {
  try {
    return kept.parse(JSON.parse(readFileSync(join(folder, `${bench}.json`), "utf8")));
  } catch {
    // There was none, or one of another version: then this is the first.
    return undefined;
  }
}

function show(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}
