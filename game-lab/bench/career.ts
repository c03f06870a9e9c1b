import { parseArgs } from "node:util";
import { skillOf } from "#bots/brain/skills.ts";
import { wholeNumber } from "#bots/load/usage.ts";
import { MatchRecord } from "#client/session/level.ts";
import type { KeyValueStore } from "#client/session/settings.ts";
import type { BotSkill } from "#shared/bot-skills.ts";
import { winners } from "#shared/simulation/modes/ranking.ts";
import { MATCH } from "#shared/tunables.ts";
import { wilson } from "../statistics.ts";
import type { Bench } from "./bench.ts";
import { arenaOf, contenderOf } from "./bots-options.ts";
import { type Contender, playMatch } from "./tournament.ts";

const USAGE = `npm run bench -- career [options]

The first matches of a modelled player in quick play, one after the other, against bots that are as good as the matches
before ask for: how often they win, and how often they fall by themselves.

  --player SKILL   who plays: newcomer, a model of somebody who plays for the first time, or the skill of a bot (newcomer)
  --careers N      players who begin afresh (10)
  --matches N      matches of each of them (10)
  --players N      players of a match, bots included (6)
  --arena ID       file in assets/arenas without its ending (meadow)
  --seed N         first seed (1)
  --seconds N      length of a match (${MATCH.brawlTime})
`;

/** The bots that fit, as a bench command. */
export const careerBench: Bench = {
  name: "career",
  summary: "the first matches of a newcomer against bots that fit: wins and falls",
  usage: USAGE,
  run,
};

/** How a match went for the player. */
interface Played {
  readonly level: BotSkill;
  /** 1 for a win, a part of it where several share the first place, 0 for none. */
  readonly won: number;
  readonly knockouts: number;
  readonly falls: number;
  readonly selfKnockouts: number;
}

function run(args: readonly string[]): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      player: { type: "string", default: "newcomer" },
      careers: { type: "string", default: "10" },
      matches: { type: "string", default: "10" },
      players: { type: "string", default: "6" },
      arena: { type: "string", default: "meadow" },
      seed: { type: "string", default: "1" },
      seconds: { type: "string", default: String(MATCH.brawlTime) },
    },
  });
  const player = contenderOf("--player", values.player);
  const careers = wholeNumber("--careers", values.careers, 1, 1000);
  const matches = wholeNumber("--matches", values.matches, 1, 1000);
  const players = wholeNumber("--players", values.players, 2, 16);
  const seconds = wholeNumber("--seconds", values.seconds, 1, 3600);
  const seed = wholeNumber("--seed", values.seed, 0, 0x7fffffff);
  const arena = arenaOf(values.arena);
  const all = Array.from({ length: careers }, (_, career) => {
    const record = new MatchRecord(forgetful());
    return Array.from({ length: matches }, (_, match): Played => {
      const { level } = record;
      const bots = Array.from({ length: players - 1 }, (_, number): Contender => skillOf(level, number));
      const skills: Contender[] = [player, ...bots];
      const { contestants } = playMatch({ arena, skills, seed: seed + career * 1000 + match, seconds });
      const self = contestants.find(({ seat }) => seat === 0);
      if (self === undefined) throw new Error("The player is in no line of the results.");
      const first = winners(contestants);
      const won = first.includes(self) ? 1 / first.length : 0;
      record.note(first.length === 1 && won === 1);
      const { knockouts, falls, selfKnockouts } = self;
      return { level, won, knockouts, falls, selfKnockouts };
    });
  });
  const title = `${careers} times the first ${matches} matches of a ${player} player among ${players} on ${arena.name}`;
  process.stdout.write(`${title}, seed ${seed}\n${table(all, matches)}\n`);
}

function table(all: readonly (readonly Played[])[], matches: number): string {
  const spans = [3, 5, 10, matches].filter(
    (span, index, list) => span <= matches && list.indexOf(span) === index,
  );
  const lines = spans.map((span) =>
    row(
      `first ${span}`,
      all.flatMap((career) => career.slice(0, span)),
    ),
  );
  const levels = [...new Set(all.flat().map(({ level }) => level))];
  const byLevel = levels.map((level) =>
    row(
      `bots ${level}`,
      all.flat().filter((one) => one.level === level),
    ),
  );
  return [
    format(["", "matches", "wins (95 %)", "knock-outs", "falls", "self-made"]),
    ...lines,
    ...byLevel,
  ].join("\n");
}

function row(name: string, played: readonly Played[]): string {
  const sum = (value: (one: Played) => number): number =>
    played.reduce((total, one) => total + value(one), 0);
  const wins = sum(({ won }) => won);
  const { low, high } = wilson(wins, played.length);
  const falls = sum((one) => one.falls);
  return format([
    name,
    String(played.length),
    `${percent(wins / played.length)} (${percent(low)} - ${percent(high)})`,
    (sum((one) => one.knockouts) / played.length).toFixed(1),
    (falls / played.length).toFixed(1),
    percent(sum((one) => one.selfKnockouts) / Math.max(1, falls)),
  ]);
}

const WIDTHS = [14, 10, 24, 12, 8, 10];

function format(cells: readonly string[]): string {
  return `  ${cells.map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0)).join("")}`.trimEnd();
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

/** A store that keeps nothing: each player begins without a past. */
function forgetful(): KeyValueStore {
  return { getItem: () => null, setItem() {}, removeItem() {} };
}
