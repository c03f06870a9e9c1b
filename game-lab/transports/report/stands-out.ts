import type { Condition } from "../conditions.ts";
import { disturbanceOf } from "../disturbance.ts";
import { median } from "../figures.ts";
import type { Cell, Figures, Results } from "../results.ts";
import { figuresIn } from "./summary.ts";
import { ms } from "./words.ts";

/** A repeat is named when a time in it is so many times the median of its cell, more or less, … */
const FAR_TIMES = 1.25;
/** … and so much (ms) off: a tick. */
const FAR_MS = 20;
/** A delay between two others is named when its time lies so far (share) off the straight line between theirs, … */
const OFF_LINE = 0.25;
// … and FAR_MS as well.

interface Told {
  readonly title: string;
  of(figures: Figures): number;
}

const TIMES: readonly Told[] = [
  { title: "input to ack, median", of: ({ inputToAck }) => inputToAck.p50 },
  { title: "age of state, median", of: ({ age }) => age.p50 },
  { title: "age of state, 95th percentile", of: ({ age }) => age.p95 },
];

/** What in the figures is not as the rest of them, as a list: what a reader should not build upon. */
export function standsOut(results: Results): string {
  const lines = [
    ...farRepeats(results),
    ...offTheLine(results),
    ...missingRepeats(results),
    ...disturbed(results),
    ...missingRounds(results),
  ];
  const rule =
    `A repeat is named here when a time in it is more than ${FAR_TIMES} times the median of its cell, or less by as much, and ${ms(FAR_MS)} off; a delay, ` +
    `when a time does not grow with it or lies ${100 * OFF_LINE} % off the straight line between its neighbours. `;
  if (lines.length === 0)
    return `${rule}There is none, every cell has all its repeats, and nothing disturbed them.`;
  return `${rule}Medians are not moved by one such repeat.\n\n${lines.map((line) => `- ${line}`).join("\n")}`;
}

/** Repeats that lie far from the median of their cell. */
function farRepeats(results: Results): string[] {
  return inTables(results).flatMap(({ title, cells }) => {
    const measured = cells.filter(({ figures }) => figures !== undefined);
    return measured.flatMap((cell) =>
      TIMES.flatMap((told) => {
        const value = timeIn(cell, told);
        // Of two nobody knows which one is right: the longer one is named, against the other.
        const several = measured.length > 2;
        const against = median(
          measured.filter((one) => several || one !== cell).map((one) => timeIn(one, told)),
        );
        if (!isFar(value, against) || (!several && value < against)) return [];
        const other = several ? "where the median is" : "where the other one has";
        return [
          `${title}, repeat ${cell.repeat + 1}: ${told.title} ${ms(value)}, ${other} ${ms(against)}${circumstances(cell)}.`,
        ];
      }),
    );
  });
}

function isFar(value: number, against: number): boolean {
  const [low, high] = [Math.min(value, against), Math.max(value, against)];
  return high > low * FAR_TIMES && high - low > FAR_MS;
}

/** What is known of the machine at that time. */
function circumstances({ lateMs, othersCores }: Cell): string {
  const known = [
    ...(lateMs === undefined ? [] : [`timers of the players were ${ms(lateMs)} late`]),
    ...(othersCores === undefined ? [] : [`others used ${othersCores.toFixed(2)} cores`]),
  ];
  return known.length === 0 ? "" : `; ${known.join(", ")}`;
}

/** Times that do not grow with the delay as they do between its neighbours. */
function offTheLine(results: Results): string[] {
  const steady = results.conditions
    .filter(({ jitterMs, loss }) => jitterMs === 0 && loss === 0)
    .sort((a, b) => a.delayMs - b.delayMs);
  return results.ways.flatMap((way) =>
    TIMES.flatMap((told) => {
      const points = steady.flatMap((condition) => {
        const figures = figuresIn(results, condition.id, way.id);
        return figures === undefined ? [] : [{ condition, value: told.of(figures) }];
      });
      return points.flatMap((point, index) => {
        const [before, after] = [points[index - 1], points[index + 1]];
        const about = `${way.title}, ${point.condition.title}: ${told.title} ${ms(point.value)}`;
        if (before !== undefined && growthMatters(before, point) && point.value <= before.value)
          return [`${about}, not more than the ${ms(before.value)} of ${before.condition.title}.`];
        if (before === undefined || after === undefined) return [];
        const due = between(before, point.condition, after);
        if (Math.abs(point.value - due) <= Math.max(FAR_MS, due * OFF_LINE)) return [];
        return [
          `${about}, where ${ms(due)} would lie between the ${ms(before.value)} of ${before.condition.title} and the ${ms(after.value)} of ${after.condition.title}.`,
        ];
      });
    }),
  );
}

/** Whether a longer delay has to show: it does not in what lasts ten times as long by itself, as a slow period. */
function growthMatters(before: Point, { condition }: Point): boolean {
  return condition.delayMs - before.condition.delayMs >= before.value / 10;
}

interface Point {
  readonly condition: Condition;
  readonly value: number;
}

function between(before: Point, { delayMs }: Condition, after: Point): number {
  const share = (delayMs - before.condition.delayMs) / (after.condition.delayMs - before.condition.delayMs);
  return before.value + (after.value - before.value) * share;
}

function missingRepeats(results: Results): string[] {
  const { repeats } = results.plan;
  return inTables(results).flatMap(({ title, cells }) => {
    const count = cells.filter(({ figures }) => figures !== undefined).length;
    if (count >= repeats && repeats > 1) return [];
    if (repeats === 1 || count === 0) return count === 0 ? [`${title}: could not be measured.`] : [];
    const alone = count === 1 ? "rests on a single repeat" : `rests on ${count} repeats`;
    return [`${title}: ${alone} of ${repeats}.`];
  });
}

/** What the machine did besides: a line for each condition, because it mostly did so for a while. */
function disturbed(results: Results): string[] {
  return results.conditions.flatMap((condition) => {
    const told = results.ways.flatMap((way) =>
      results.cells
        .filter((cell) => cell.condition === condition.id && cell.way === way.id)
        .filter((cell) => cell.figures !== undefined && disturbanceOf(cell) >= 1)
        .map((cell) => `${way.title}, repeat ${cell.repeat + 1} (${disturbance(cell)})`),
    );
    return told.length === 0
      ? []
      : [`${condition.title}: other work on the machine disturbed ${told.join("; ")}.`];
  });
}

function disturbance({ lateMs = 0, othersCores = 0, tries = 1 }: Cell): string {
  const often = tries > 1 ? `, the quietest of ${tries} tries` : "";
  return `${othersCores.toFixed(2)} cores, timers ${ms(lateMs)} late${often}`;
}

function missingRounds({ duels, ways, conditions }: Results): string[] {
  return conditions.flatMap(({ id, title }) =>
    ways.flatMap((way) => {
      const fought = duels.filter((duel) => duel.condition === id && duel.way === way.id);
      // What was missing after one turn may have been fought in a later one, which comes after it.
      const last = new Map(fought.map((duel) => [duel.repeat, duel]));
      const short = [...last.values()].filter(
        ({ wanted, wins, losses, draws }) => wanted !== undefined && wins + losses + draws < wanted,
      );
      if (short.length === 0) return [];
      const wanted = short.reduce((sum, one) => sum + (one.wanted ?? 0), 0);
      const rounds = short.reduce((sum, { wins, losses, draws }) => sum + wins + losses + draws, 0);
      return [`${title}, ${way.title}: time was up after ${rounds} of ${wanted} rounds.`];
    }),
  );
}

function timeIn({ figures }: Cell, { of }: Told): number {
  return figures === undefined ? Number.NaN : of(figures);
}

/** All cells of the tables with their repeats. Nothing for a way that this run had nowhere. */
function inTables({ conditions, ways, cells }: Results): { title: string; cells: Cell[] }[] {
  return conditions.flatMap((condition) =>
    ways.flatMap((way) => {
      const mine = cells.filter((cell) => cell.condition === condition.id && cell.way === way.id);
      return mine.length === 0 ? [] : [{ title: `${condition.title}, ${way.title}`, cells: mine }];
    }),
  );
}
