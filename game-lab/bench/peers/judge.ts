import { type Figure, figureOf } from "../results.ts";
import type { ContestantName, Window } from "./contestants.ts";

/** What counted of one turn. */
export type Turn = Map<ContestantName, Window>;

/** Clients that are later than this (ms, 99th percentile) load the server in bursts that no player makes. */
const LATE_MS = 8;
/** What others may use of the machine (% of a core) while somebody is measured. */
const OTHERS = 15;
/** The ratios that say how good the game is. */
const RATIOS = [
  ["stampede", "plain"],
  ["stampede", "floor"],
  ["stampede", "everybody"],
  ["brawls", "stampede"],
  ["everybody", "floor"],
  ["plain", "floor"],
] as const satisfies readonly (readonly [ContestantName, ContestantName])[];

/** Why a window does not count; undefined when it does. */
export function troubleWith({ lateP99, others, updates }: Window): string | undefined {
  if (updates === 0) return "no update came";
  if (lateP99 > LATE_MS) return `its clients were ${lateP99.toFixed(1)} ms late themselves`;
  return others > OTHERS ? `other processes took ${others.toFixed(0)} % of a core` : undefined;
}

/** CPU (ms) of a player in a second. */
export function costOf({ cpu, clients }: Window): number {
  return (cpu / 100 / clients) * 1000;
}

/** Figures of all that counted. A ratio is of two windows of the same turn, never of two that lie far apart. */
export function figuresOf(turns: readonly Turn[]): Figure[] {
  const names = [...new Set(turns.flatMap((turn) => [...turn.keys()]))];
  const windows = (name: ContestantName): Window[] => turns.flatMap((turn) => turn.get(name) ?? []);
  return [
    ...names.map((name) => figureOf(`${name}: CPU of a player and second`, "ms", windows(name).map(costOf))),
    ...names.map((name) =>
      figureOf(
        `${name}: CPU per update`,
        "us",
        windows(name).map(({ perUpdate }) => perUpdate),
      ),
    ),
    ...names.map((name) =>
      figureOf(
        `${name}: bytes per update`,
        "B",
        windows(name).map(({ bytes }) => bytes),
      ),
    ),
    ...RATIOS.flatMap(([of, against]) => {
      const ratios = turns.flatMap((turn) => {
        const [a, b] = [turn.get(of), turn.get(against)];
        return a === undefined || b === undefined ? [] : [costOf(a) / costOf(b)];
      });
      return ratios.length === 0 ? [] : [figureOf(`${of} / ${against}`, "x", ratios)];
    }),
  ];
}

/** Says how much the machine itself changed from turn to turn: by whoever was measured in all of them and does always the same. */
export function driftOf(turns: readonly Turn[]): string {
  const steady = (["floor", "plain", "stampede"] as const).find((name) =>
    turns.every((turn) => turn.has(name)),
  );
  if (steady === undefined || turns.length < 2) return "Drift: unknown, nobody counted in two turns or more.";
  const costs = turns.flatMap((turn) => turn.get(steady) ?? []).map(costOf);
  const [least, most] = [Math.min(...costs), Math.max(...costs)];
  const share = (most / least - 1) * 100;
  const word = share > 20 ? "Much: read the ratios, not the times." : "Little.";
  return `Drift: ${steady} took ${least.toFixed(2)} to ${most.toFixed(2)} ms a player and second (${share.toFixed(0)} % apart). ${word}`;
}
