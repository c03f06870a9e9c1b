import { type Fit, fitCurve, MODELS, type Model, type Point, valueAt } from "./fit.ts";
import type { Measured } from "./measure.ts";
import type { Results } from "./series.ts";

/** CPU of a core (ms a second) that there is. */
const CORE = 1000;

/** A curve with all models that were tried, the best first. */
export interface Curve {
  readonly points: readonly Point[];
  readonly fits: readonly Fit[];
}

/** What follows from what was measured. */
export interface Analysis {
  /** CPU of a room (ms a second) by the players in it. */
  readonly near: Curve;
  readonly all: Curve;
  /** CPU of the server (ms a second) by players in full Brawls: a straight line, or it is not linear with rooms. */
  readonly rooms: Curve;
  /** How the cost grew from the smallest to the largest room, and how it would have by n, n log n and n^2. */
  readonly growth: { readonly near: Growth; readonly all: Growth };
  /** Players in full Brawls that fill one core. */
  readonly saturation: Saturation | undefined;
}

/** Cost of the largest room over that of the smallest one from 16 players on. */
export interface Growth {
  readonly from: number;
  readonly to: number;
  readonly measured: number;
  readonly linear: number;
  readonly logarithmic: number;
  readonly square: number;
}

export interface Saturation {
  readonly players: number;
  /** Most players at which all was well. */
  readonly measuredUpTo: number;
  /** % of a core at that point. */
  readonly cpuThere: number;
  /** Whether `players` lies beyond all points: then it is the line, and nothing that was seen. */
  readonly extrapolated: boolean;
}

/** Draws the conclusions. Rounds with a shortfall are left out of the curves. */
export function analyse({ near, all, rooms }: Results): Analysis {
  const line = curve(rooms, (measured) => measured.load.players, [MODELS.linear]);
  const sizes = [MODELS.linear, MODELS.logarithmic, MODELS.square];
  return {
    near: curve(near, (measured) => measured.load.players, sizes),
    all: curve(all, (measured) => measured.load.players, sizes),
    rooms: line,
    growth: { near: growthOf(near), all: growthOf(all) },
    saturation: saturationOf(line),
  };
}

/** Mean of a figure over rounds. */
export function mean(rounds: readonly Measured[], of: (measured: Measured) => number): number {
  return rounds.reduce((sum, measured) => sum + of(measured), 0) / rounds.length;
}

function curve(
  series: readonly (readonly Measured[])[],
  n: (measured: Measured) => number,
  models: readonly Model[],
): Curve {
  const points = series.flatMap((rounds): Point[] => {
    const good = rounds.filter(({ shortfall }) => shortfall === undefined);
    const [first] = good;
    return first === undefined ? [] : [[n(first), mean(good, ({ cpu }) => cpu) * (CORE / 100)]];
  });
  const fits = models
    .filter(({ terms }) => points.length > terms.length + 1)
    .map((model) => fitCurve(model, points))
    .sort((a, b) => a.scatter - b.scatter);
  return { points, fits };
}

function growthOf(series: readonly (readonly Measured[])[]): Growth {
  const known = series.filter((rounds) => rounds.length > 0);
  const sizeOf = (rounds: readonly Measured[] | undefined) => rounds?.[0]?.load.players ?? Number.NaN;
  const costOf = (rounds: readonly Measured[] | undefined) => mean(rounds ?? [], ({ cpu }) => cpu);
  const first = known.find((rounds) => sizeOf(rounds) >= 16) ?? known[0];
  const last = known.at(-1);
  const [from, to] = [sizeOf(first), sizeOf(last)];
  return {
    from,
    to,
    measured: costOf(last) / costOf(first),
    linear: to / from,
    logarithmic: (to * Math.log2(to)) / (from * Math.log2(from)),
    square: (to / from) ** 2,
  };
}

function saturationOf({ points, fits: [line] }: Curve): Saturation | undefined {
  const last = points.at(-1);
  if (line === undefined || last === undefined) return undefined;
  const [constant = 0, perPlayer = Number.NaN] = line.coefficients;
  const players = Math.round((CORE - constant) / perPlayer);
  return {
    players,
    measuredUpTo: last[0],
    cpuThere: last[1] / (CORE / 100),
    extrapolated: players > last[0],
  };
}

/** A fitted curve as points to draw. */
export function drawn({ fits: [best] }: Curve, from: number, to: number): Point[] {
  const model = Object.values(MODELS).find(({ name }) => name === best?.model);
  if (best === undefined || model === undefined) return [];
  return Array.from({ length: 41 }, (_, i) => {
    const n = from + ((to - from) * i) / 40;
    return [n, valueAt(model, best, n) / (CORE / 100)];
  });
}
