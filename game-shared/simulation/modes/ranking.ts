import type { Mode, Tally } from "./mode.ts";

/** An entry with its place in the final order. */
export type Ranked<T extends Tally> = T & { readonly rank: number };

/**
 * Entries in the order of a mode, best first, each with its rank from 1. Those between whom the mode sees no
 * difference share one. Only what is in this file decides who is ahead of whom.
 */
export function rank<T extends Tally>(mode: Pick<Mode, "compare">, entries: Iterable<T>): Ranked<T>[] {
  const ranked: Ranked<T>[] = [];
  for (const entry of [...entries].sort(mode.compare)) {
    const before = ranked.at(-1);
    const shared = before !== undefined && mode.compare(before, entry) === 0;
    ranked.push({ ...entry, rank: shared ? before.rank : ranked.length + 1 });
  }
  return ranked;
}

/** Whoever came first; several only when the mode sees no difference between them. */
export function winners<T extends { readonly rank: number }>(ranked: readonly T[]): T[] {
  return ranked.filter((entry) => entry.rank === 1);
}

/** Whoever is ahead; the first of those between whom the mode sees no difference, and nobody of nobody. */
export function leader<T extends Tally>(mode: Pick<Mode, "compare">, entries: Iterable<T>): T | undefined {
  let best: T | undefined;
  for (const entry of entries) if (best === undefined || mode.compare(entry, best) < 0) best = entry;
  return best;
}
