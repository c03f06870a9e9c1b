import { wilson } from "../../statistics.ts";
import { median } from "../figures.ts";
import type { Figures, Results, Spread, WireFigures } from "../results.ts";

/** How a way did in the duels under one condition. Shares 0..1 of the rounds that somebody has won. */
export interface DuelSummary {
  readonly rounds: number;
  readonly draws: number;
  readonly share: number;
  /** The 95 % interval of it. */
  readonly low: number;
  readonly high: number;
}

/** What the figures say about two ways whose difference may be chance. */
export type Verdict = "ahead" | "behind" | "level";

/** The figures of each repeat in which a way could be measured under a condition. */
export function repeatsIn(results: Results, condition: string, way: string): Figures[] {
  return results.cells.flatMap((cell) =>
    cell.condition === condition && cell.way === way && cell.figures !== undefined ? [cell.figures] : [],
  );
}

/** The median of the repeats, or undefined when a way could not be measured under a condition. */
export function figuresIn(results: Results, condition: string, way: string): Figures | undefined {
  const all = repeatsIn(results, condition, way);
  return all.length === 0 ? undefined : middle(all);
}

/** All rounds of all repeats, or undefined when there were none. */
export function duelIn(results: Results, condition: string, way: string): DuelSummary | undefined {
  const all = results.duels.filter((duel) => duel.condition === condition && duel.way === way);
  const wins = all.reduce((sum, duel) => sum + duel.wins, 0);
  const losses = all.reduce((sum, duel) => sum + duel.losses, 0);
  const draws = all.reduce((sum, duel) => sum + duel.draws, 0);
  if (wins + losses === 0) return undefined;
  return {
    rounds: wins + losses + draws,
    draws,
    share: wins / (wins + losses),
    ...wilson(wins, wins + losses),
  };
}

/** Who is ahead, as far as the rounds can tell. */
export function verdictOf({ low, high }: DuelSummary): Verdict {
  if (low > 0.5) return "ahead";
  return high < 0.5 ? "behind" : "level";
}

function middle(all: readonly Figures[]): Figures {
  const mid = (value: (figures: Figures) => number): number => median(all.map(value));
  const spread = (value: (figures: Figures) => Spread): Spread => ({
    p50: mid((figures) => value(figures).p50),
    p95: mid((figures) => value(figures).p95),
    p99: mid((figures) => value(figures).p99),
  });
  const sum = (value: (figures: Figures) => number): number =>
    all.reduce((total, figures) => total + value(figures), 0);
  return {
    connectMs: mid((figures) => figures.connectMs),
    inputToAck: spread((figures) => figures.inputToAck),
    age: spread((figures) => figures.age),
    updates: mid((figures) => figures.updates),
    inputs: mid((figures) => figures.inputs),
    requests: mid((figures) => figures.requests),
    payloadDown: mid((figures) => figures.payloadDown),
    payloadUp: mid((figures) => figures.payloadUp),
    messages: mid((figures) => figures.messages),
    ...middleWire(all.flatMap(({ wire }) => (wire === undefined ? [] : [wire]))),
    serverCpu: mid((figures) => figures.serverCpu),
    disorder: sum((figures) => figures.disorder),
    drops: sum((figures) => figures.drops),
    failedJoins: sum((figures) => figures.failedJoins),
    skipped: mid((figures) => figures.skipped),
    ...middleSmoothness(all),
  };
}

/** Nothing of the control, which has no page, and of older runs. */
function middleSmoothness(all: readonly Figures[]): Partial<Figures> {
  const known = all.filter(({ dry, starved }) => dry !== undefined && starved !== undefined);
  if (known.length === 0) return {};
  const carriers: Record<string, number> = {};
  for (const figures of known) {
    for (const [name, count] of Object.entries(figures.carriers ?? {}))
      carriers[name] = (carriers[name] ?? 0) + count;
  }
  return {
    dry: median(known.map(({ dry = Number.NaN }) => dry)),
    starved: median(known.map(({ starved = Number.NaN }) => starved)),
    moves: known.reduce((sum, { moves = 0 }) => sum + moves, 0),
    carriers,
  };
}

function middleWire(all: readonly WireFigures[]): Pick<Figures, "wire"> {
  if (all.length === 0) return {};
  const mid = (value: (wire: WireFigures) => number): number => median(all.map(value));
  const wire = {
    down: mid((wire) => wire.down),
    up: mid((wire) => wire.up),
    downRate: mid((wire) => wire.downRate),
    upRate: mid((wire) => wire.upRate),
    packetsDown: mid((wire) => wire.packetsDown),
    packetsUp: mid((wire) => wire.packetsUp),
    connections: mid((wire) => wire.connections),
    toConnect: mid((wire) => wire.toConnect),
    lost: mid((wire) => wire.lost),
  };
  return { wire };
}
