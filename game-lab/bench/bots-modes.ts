import { estimate } from "../statistics.ts";
import type { MatchResult } from "./tournament.ts";

const HEADER = [
  "mode",
  "knock-outs/min",
  "self falls",
  "length (s)",
  "late changes",
  "share with one",
] as const;
const WIDTHS = [16, 16, 12, 12, 14, 14] as const;

/** What each mode is like: a line for each, with how often the lead changed in the last third of a match. */
export function modeTable(
  modes: readonly (readonly [mode: string, results: readonly MatchResult[]])[],
): string[] {
  return [HEADER, ...modes.map(([mode, results]) => rowOf(mode, results))].map(format);
}

function rowOf(mode: string, results: readonly MatchResult[]): string[] {
  const sum = (result: MatchResult, name: "falls" | "selfKnockouts"): number =>
    result.contestants.reduce((total, one) => total + one[name], 0);
  const mean = (value: (result: MatchResult) => number): number => estimate(results.map(value)).mean;
  const falls = mean((result) => sum(result, "falls"));
  const selfFalls = mean((result) => sum(result, "selfKnockouts"));
  const perMinute = mean(
    (result) => ((sum(result, "falls") - sum(result, "selfKnockouts")) * 60) / result.seconds,
  );
  const changed = results.filter(({ lateChanges }) => lateChanges > 0).length / results.length;
  return [
    mode,
    perMinute.toFixed(1),
    `${((100 * selfFalls) / Math.max(1, falls)).toFixed(1)} %`,
    mean(({ seconds }) => seconds).toFixed(0),
    mean(({ lateChanges }) => lateChanges).toFixed(1),
    `${(100 * changed).toFixed(0)} %`,
  ];
}

function format(cells: readonly string[]): string {
  return `  ${cells.map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0)).join("")}`.trimEnd();
}
