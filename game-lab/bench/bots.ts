import { parseArgs } from "node:util";
import { wholeNumber } from "#bots/load/usage.ts";
import { winners } from "#shared/simulation/modes/ranking.ts";
import { type Estimate, estimate, wilson } from "../statistics.ts";
import type { Bench } from "./bench.ts";
import { modeTable } from "./bots-modes.ts";
import { arenaOf, contenderOf, modesOf } from "./bots-options.ts";
import { type Contender, type MatchResult, playMatch } from "./tournament.ts";

const USAGE = `npm run bench -- bots [options]

A tournament of bots on the real rules, as fast as it goes.

  --matches N         matches to play (20)
  --players N         bots in each match (8)
  --arena ID          file in assets/arenas without its ending (meadow)
  --seed N            first seed; match i is played with seed + i (1)
  --skills A,B,...    skills, dealt to the seats in turn (easy,normal,hard); "newcomer" is a model of somebody who
                      plays for the first time
  --mode ID           mode to play (brawl); "each" plays all that the arena suits, and prints a table of them
  --seconds N         length of a match (that of the mode)
`;

/** The tournament as a bench command. */
export const botsBench: Bench = {
  name: "bots",
  summary: "tournament of bots: fun, skill and CPU",
  usage: USAGE,
  run,
};

function run(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      matches: { type: "string", default: "20" },
      players: { type: "string", default: "8" },
      arena: { type: "string", default: "meadow" },
      seed: { type: "string", default: "1" },
      skills: { type: "string", default: "easy,normal,hard" },
      mode: { type: "string", default: "brawl" },
      seconds: { type: "string" },
    },
  });
  const matches = wholeNumber("--matches", values.matches, 1, 100_000);
  const players = wholeNumber("--players", values.players, 1, 128);
  const seed = wholeNumber("--seed", values.seed, 0, 0x7fffffff);
  const seconds =
    values.seconds === undefined ? {} : { seconds: wholeNumber("--seconds", values.seconds, 1, 3600) };
  const skills = values.skills.split(",").map((word) => contenderOf("--skills", word));
  const arena = arenaOf(values.arena);
  const play = (mode: string): MatchResult[] =>
    Array.from({ length: matches }, (_, match) =>
      playMatch({
        ...{ arena, mode, seed: seed + match, ...seconds },
        skills: deal(skills, players, match),
        now: () => performance.now(),
      }),
    );
  const title = `${matches} matches of ${players} on ${arena.name}, seed ${seed}`;
  const modes = modesOf(values.mode, arena);
  const [only] = modes;
  if (values.mode !== "each" && only !== undefined) {
    process.stdout.write(`${report(play(only), title)}\n`);
    return;
  }
  const table = modeTable(modes.map((mode) => [mode, play(mode)]));
  process.stdout.write(`${[title, ...table].join("\n")}\n`);
}

/** Skills in turn, beginning with another one in each match, so that each gets the odd seats as often. */
function deal(skills: readonly Contender[], players: number, match: number): Contender[] {
  return Array.from({ length: players }, (_, seat) => skills[(seat + match) % skills.length] ?? "normal");
}

function report(results: readonly MatchResult[], title: string): string {
  const perMatch = (value: (result: MatchResult) => number): Estimate => estimate(results.map(value));
  const total = (value: (result: MatchResult) => number): number =>
    results.reduce((sum, result) => sum + value(result), 0);
  const perMinute = (value: (result: MatchResult) => number): string =>
    show(perMatch((result) => (value(result) * 60) / result.seconds));
  const fallsOf = (result: MatchResult): number =>
    result.contestants.reduce((sum, one) => sum + one.falls, 0);
  const selfOf = (result: MatchResult): number =>
    result.contestants.reduce((sum, one) => sum + one.selfKnockouts, 0);
  const lives = results.flatMap((result) => result.lives);
  const ticks = total((result) => result.ticks);
  const share = (100 * total(selfOf)) / Math.max(1, total(fallsOf));
  const rows: [string, string][] = [
    ["knock-outs a minute", perMinute((result) => fallsOf(result) - selfOf(result))],
    ["self knock-outs a minute", perMinute(selfOf)],
    ["self knock-out share", `${share.toFixed(1)} %`],
    ["life time (s)", show(estimate(lives))],
    ["hits a minute", perMinute((result) => result.counts.hit)],
    ["pushes a minute", perMinute((result) => result.counts.push)],
    ["braced a minute", perMinute((result) => result.counts.braced)],
    ["parries a minute", perMinute((result) => result.counts.parry)],
    ["dashes a minute", perMinute((result) => result.counts.dash)],
    ["springs a minute", perMinute((result) => result.counts.spring)],
    ["CPU per bot-tick (us)", ((1000 * total((result) => result.brainMs)) / ticks).toFixed(1)],
    ["CPU per player-tick (us)", ((1000 * total((result) => result.stepMs)) / ticks).toFixed(1)],
  ];
  const lines = rows.map(([name, value]) => `  ${name.padEnd(28)}${value}`);
  return [title, ...lines, "", ...skillTable(results)].join("\n");
}

function skillTable(results: readonly MatchResult[]): string[] {
  const skills = [...new Set(results.flatMap(({ contestants }) => contestants.map(({ skill }) => skill)))];
  const seats = results.reduce((sum, { contestants }) => sum + contestants.length, 0);
  const lines = skills.map((skill) => {
    const those = results.flatMap(({ contestants }) => contestants.filter((one) => one.skill === skill));
    const wins = results.reduce((sum, { contestants }) => sum + shareOfWin(contestants, skill), 0);
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
  const widths = [8, 8, 24, 16, 16, 16];
  const format = (cells: readonly string[]): string =>
    `  ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("")}`.trimEnd();
  return [format(header), ...lines.map(format)];
}

/** The part 0..1 of a match's win that a skill gets: equals at the top share it. */
function shareOfWin(contestants: MatchResult["contestants"], skill: Contender): number {
  const first = winners(contestants);
  return first.filter((one) => one.skill === skill).length / first.length;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

function show({ mean, margin }: Estimate): string {
  return Number.isNaN(margin) ? mean.toFixed(1) : `${mean.toFixed(1)} ± ${margin.toFixed(1)}`;
}
