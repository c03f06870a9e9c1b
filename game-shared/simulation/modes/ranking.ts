import type { Mode, Tally } from "./mode.ts";

/** An entry with its place in the final order. */
export type Ranked<T extends Tally> = T & { readonly rank: number };

/**
 * Entries in the order of a mode, best first, each with its rank from 1. Those between whom the mode sees no
 * difference share one. This and `winners` are the only places that decide who is ahead of whom.
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
