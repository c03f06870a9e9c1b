import { PICKUP_NAMES } from "#shared/simulation/pickups/table.ts";
import { type Estimate, estimate, wilson } from "../statistics.ts";
import { type MatchResult, shareOfWin } from "./tournament.ts";
import { USED_TILES } from "./uses.ts";

/** All that is known of matches of one mode on one arena: means with their 95 % intervals. */
export function report(results: readonly MatchResult[], title: string): string {
  const perMatch = (value: (result: MatchResult) => number): Estimate => estimate(results.map(value));
  const total = (value: (result: MatchResult) => number): number =>
    results.reduce((sum, result) => sum + value(result), 0);
  const perMinute = (value: (result: MatchResult) => number): string =>
    show(perMatch((result) => (value(result) * 60) / result.seconds));
  const lives = results.flatMap((result) => result.lives);
  const ticks = total((result) => result.ticks);
  const share = (100 * total(selfFallsOf)) / Math.max(1, total(fallsOf));
  const late = results.filter(({ lateChanges }) => lateChanges > 0).length / results.length;
  const rows: [string, string][] = [
    ["knock-outs a minute", perMinute((result) => fallsOf(result) - selfFallsOf(result))],
    ["self knock-outs a minute", perMinute(selfFallsOf)],
    ["self knock-out share", `${share.toFixed(1)} %`],
    ["length (s)", show(perMatch((result) => result.seconds))],
    ["life time (s)", show(estimate(lives))],
    [
      "matches with a late change",
      `${(100 * late).toFixed(0)} % lead by another at some time in the last third`,
    ],
    ["late changes of the lead", show(perMatch((result) => result.lateChanges))],
    ["goals", show(perMatch((result) => result.goals))],
    ["hits a minute", perMinute((result) => result.counts.hit)],
    ["pushes a minute", perMinute((result) => result.counts.push)],
    ["braced a minute", perMinute((result) => result.counts.braced)],
    ["parries a minute", perMinute((result) => result.counts.parry)],
    ["dashes a minute", perMinute((result) => result.counts.dash)],
    ...[...USED_TILES, ...PICKUP_NAMES].map((name): [string, string] => [
      `${name} a minute`,
      perMinute((result) => result.uses[name]),
    ]),
    ["CPU per bot-tick (us)", ((1000 * total((result) => result.brainMs)) / ticks).toFixed(1)],
    ["CPU per player-tick (us)", ((1000 * total((result) => result.stepMs)) / ticks).toFixed(1)],
  ];
  const lines = rows.map(([name, value]) => `  ${name.padEnd(28)}${value}`);
  return [title, ...lines, "", ...skillTable(results)].join("\n");
}

/** Falls of all in a match, and those that nobody else had a hand in. */
export function fallsOf({ contestants }: MatchResult): number {
  return contestants.reduce((sum, one) => sum + one.falls, 0);
}

export function selfFallsOf({ contestants }: MatchResult): number {
  return contestants.reduce((sum, one) => sum + one.selfKnockouts, 0);
}

function skillTable(results: readonly MatchResult[]): string[] {
  const skills = [...new Set(results.flatMap(({ contestants }) => contestants.map(({ skill }) => skill)))];
  const seats = results.reduce((sum, { contestants }) => sum + contestants.length, 0);
  const lines = skills.map((skill) => {
    const those = results.flatMap(({ contestants }) => contestants.filter((one) => one.skill === skill));
    const wins = results.reduce((sum, result) => sum + shareOfWin(result, skill), 0);
    const { low, high } = wilson(wins, results.length);
    return [
      skill,
      percent(those.length / seats),
      `${percent(wins / results.length)} (${percent(low)} - ${percent(high)})`,
      show(estimate(those.map((one) => one.knockouts))),
      show(estimate(those.map((one) => one.falls))),
      show(estimate(those.map((one) => one.selfKnockouts))),
    ];
  });
  const header = ["skill", "seats", "wins (95 %)", "knock-outs", "falls", "self"];
  const widths = [10, 8, 24, 16, 16, 16];
  const format = (cells: readonly string[]): string =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("")}`.trimEnd();
  return [format(header), ...lines.map(format)];
}

/** A share 0..1 as whole percent. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

function show({ mean, margin }: Estimate): string {
  return Number.isNaN(margin) ? mean.toFixed(1) : `${mean.toFixed(1)} ± ${margin.toFixed(1)}`;
}
