import { modeOf } from "#shared/simulation/modes/table.ts";
import { PICKUP_NAMES } from "#shared/simulation/pickups/table.ts";
import { mean } from "../statistics.ts";
import { fallsOf, percent, selfFallsOf } from "./bots-report.ts";
import { table } from "./document.ts";
import { type Contender, type MatchResult, shareOfWin } from "./tournament.ts";
import { USED_TILES } from "./uses.ts";

/** A mode that was played on an arena. */
export interface Played {
  /** Id of the mode, and name of the arena. */
  readonly mode: string;
  readonly arena: string;
  /** Matches of bots of all skills, and matches in which a modelled newcomer is among the bots that quick play begins with. */
  readonly bots: readonly MatchResult[];
  readonly newcomer: readonly MatchResult[];
}

/** What a match should be like: knock-outs a minute of six, and how a newcomer fares in the first matches. */
export const TARGETS = {
  knockouts: [12, 25],
  newcomerSelf: [0, 0.3],
  newcomerWins: [0.1, 0.3],
  goals: [3, 8],
} as const satisfies Record<string, readonly [number, number]>;

/** So many players have the figures for: those of a crowd are scaled to them. */
const OF = 6;
const SKILLS: readonly Contender[] = ["easy", "normal", "hard"];
/** Stands behind what misses its target. */
const MARK = " (!)";

/** The tables as Markdown, with what misses its target marked and listed below. */
export function tablesOf(played: readonly Played[]): string {
  const missed: string[] = [];
  const rows = groups(played).flatMap(({ all, each }) => [
    ...each.map((one) => courseOf(one, missed, false)),
    courseOf(all, missed, true),
  ]);
  return [
    padded(COURSE, rows),
    "Knock-outs a minute by mode and arena, scaled to six players. *Self-made*: share of the falls that nobody else had a hand in. *Late lead*: share of the matches in which the lead changed in the last third. Wins by skill: two of each among six, so that a third is what they would have by chance.",
    missed.length === 0
      ? "Every target is met."
      : ["Missed:", "", ...missed.map((line) => `- ${line}`)].join("\n"),
    "How often tiles and pickups were used, a minute of six players; – where the arena has none.",
    padded(["mode", "arena", ...USED_TILES, ...PICKUP_NAMES], played.map(usesOf)),
  ].join("\n\n");
}

const COURSE = [
  "mode",
  "arena",
  "knock-outs a minute (12–25)",
  "self-made",
  "length (s)",
  "late lead",
  "goals (3–8)",
  "wins: easy, normal, hard",
  "newcomer: wins (10–30 %)",
  "self-made (below 30 %)",
] as const;

function courseOf(played: Played, missed: string[], isSum: boolean): string[] {
  const { mode, arena, bots, newcomer } = played;
  const hasTeams = modeOf(mode).teams !== undefined;
  const judge = (
    what: string,
    value: number,
    [least, most]: readonly [number, number],
    text: string,
  ): string => {
    if (value >= least && value <= most) return text;
    missed.push(`${modeOf(mode).name}, ${arena}: ${what} ${text}`);
    return text + MARK;
  };
  const perMinute = mean(bots.map((result) => scaled(result, fallsOf(result) - selfFallsOf(result))));
  const goals = mean(bots.map((result) => result.goals));
  const wins = mean(newcomer.map((result) => winOf(result)));
  const falls = newcomer.map(({ contestants }) => contestants.find(({ skill }) => skill === "newcomer"));
  const self =
    total(falls, (one) => one?.selfKnockouts ?? 0) /
    Math.max(
      1,
      total(falls, (one) => one?.falls ?? 0),
    );
  const hasBall = modeOf(mode).needs?.includes("ball") === true;
  const counts = (value: number): string => value.toFixed(1);
  return [
    modeOf(mode).name,
    arena,
    judge("knock-outs a minute", perMinute, TARGETS.knockouts, counts(perMinute)),
    percent(total(bots, selfFallsOf) / Math.max(1, total(bots, fallsOf))),
    mean(bots.map(({ seconds }) => seconds)).toFixed(0),
    percent(mean(bots.map(({ lateChanges }) => (lateChanges > 0 ? 1 : 0)))),
    hasBall ? judge("goals", goals, TARGETS.goals, counts(goals)) : "",
    SKILLS.map((skill) => percent(mean(bots.map((result) => shareOfWin(result, skill))))).join(", "),
    // A team wins one match in two, and few matches of one arena say nothing.
    isSum && !hasTeams
      ? judge("wins of a newcomer", wins, TARGETS.newcomerWins, percent(wins))
      : percent(wins),
    judge("self-made falls of a newcomer", self, TARGETS.newcomerSelf, percent(self)),
  ];
}

function usesOf({ mode, arena, bots }: Played): string[] {
  const uses = [...USED_TILES, ...PICKUP_NAMES].map((name) => {
    const often = mean(bots.map((result) => scaled(result, result.uses[name])));
    return often > 0 ? often.toFixed(1) : "–";
  });
  return [modeOf(mode).name, arena, ...uses];
}

/** Something that was counted in a match: how often a minute it was, were six players in it. */
function scaled({ seconds, contestants }: MatchResult, count: number): number {
  return (count * 60 * OF) / (seconds * contestants.length);
}

/** The part 0..1 of a match's win that the newcomer in it has. */
function winOf({ contestants, winners }: MatchResult): number {
  const self = contestants.find(({ skill }) => skill === "newcomer");
  if (self === undefined || !winners.includes(self.seat)) return 0;
  const isTeam = contestants.some(({ team }) => team !== self.team);
  const isShared = winners.some((seat) =>
    contestants.some((one) => one.seat === seat && one.team !== self.team),
  );
  if (isTeam) return isShared ? 0.5 : 1;
  return 1 / winners.length;
}

function total<T>(list: readonly T[], value: (one: T) => number): number {
  return list.reduce((sum, one) => sum + value(one), 0);
}

/** By mode: what was played on each arena, and all of it together. */
function groups(played: readonly Played[]): { each: Played[]; all: Played }[] {
  const modes = [...new Set(played.map(({ mode }) => mode))];
  return modes.map((mode) => {
    const each = played.filter((one) => one.mode === mode);
    const all = {
      ...{ mode, arena: "*all*" },
      bots: each.flatMap(({ bots }) => bots),
      newcomer: each.flatMap(({ newcomer }) => newcomer),
    };
    return { each, all };
  });
}

/** A table whose columns stand below each other in a terminal, too. */
function padded(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) =>
    Math.max(3, cell.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const pad = (cells: readonly string[]) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0));
  return table(pad(head), rows.map(pad));
}
