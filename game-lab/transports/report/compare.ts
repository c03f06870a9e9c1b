import { median } from "../figures.ts";
import type { Figures, Results } from "../results.ts";
import { repeatsIn } from "./summary.ts";

/** A number of which less is better. Not a number where it was not measured. */
export type Measure = (figures: Figures) => number;

/** How a number of one way stands to that of another one, as far as the repeats can tell. */
export type Standing = "less" | "more" | "level";

/** Share by which one number has to be larger than another one to be called so. */
export const CLEARLY = 1.15;

/** What two numbers have to be apart to be called different: both of it. */
export interface Apart {
  /** In the number's own unit. */
  readonly by?: number;
  /** As a ratio, larger than 1. */
  readonly times?: number;
}

/**
 * How a number of way `a` stands to that of way `b` under a condition. They differ only if each repeat of one lies beyond
 * each repeat of the other, and their medians are as far apart as is asked for. Undefined where one was not measured.
 */
export function compare(
  results: Results,
  condition: string,
  [a, b]: readonly [string, string],
  measure: Measure,
  apart: Apart = { times: CLEARLY },
): Standing | undefined {
  const [ours, theirs] = [a, b].map((way) =>
    repeatsIn(results, condition, way)
      .map(measure)
      .filter((value) => Number.isFinite(value)),
  );
  if (ours === undefined || theirs === undefined || ours.length === 0 || theirs.length === 0)
    return undefined;
  if (isBelow(ours, theirs, apart)) return "less";
  return isBelow(theirs, ours, apart) ? "more" : "level";
}

function isBelow(low: readonly number[], high: readonly number[], { by = 0, times = 1 }: Apart): boolean {
  const [middle, other] = [median(low), median(high)];
  return Math.max(...low) < Math.min(...high) && other - middle >= by && other >= middle * times;
}

/** Bytes on the wire per update, both directions. */
export function bytesOf({ wire }: Figures): number {
  return (wire?.down ?? Number.NaN) + (wire?.up ?? Number.NaN);
}
