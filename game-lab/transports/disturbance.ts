import { cpuSecondsOfMachine } from "../bench/floor/machine-load.ts";
import { cpuSecondsOf } from "../bench/floor/process-cpu.ts";

/** What may have disturbed a measurement. */
export interface Disturbance {
  /** By how much (ms, 99th percentile) timers of the players' process were late. */
  readonly lateMs?: number | undefined;
  /** Cores that other processes of the machine kept busy, mean. */
  readonly othersCores?: number | undefined;
}

/** From so many cores on that others use, a measurement counts as disturbed: a quarter of one. */
export const OTHERS_LIMIT_CORES = 0.25;
/** From this lateness (ms) on as well: more than half a tick, so that inputs miss theirs. */
export const LATE_LIMIT_MS = 12;

/** How much something disturbed: from 1 on it counts. */
export function disturbanceOf({ lateMs = 0, othersCores = 0 }: Disturbance): number {
  return Math.max(lateMs / LATE_LIMIT_MS, othersCores / OTHERS_LIMIT_CORES);
}

/**
 * Watches what processes other than these use of the machine. The returned function says how many cores that were, in the
 * mean until now; undefined where the system does not tell.
 */
export function watchOthers(pids: readonly number[]): () => number | undefined {
  const from = look(pids);
  return () => {
    const to = look(pids);
    if (from === undefined || to === undefined) return undefined;
    return Math.max(0, (to.others - from.others) / (to.at - from.at));
  };
}

function look(pids: readonly number[]): { at: number; others: number } | undefined {
  try {
    const own = pids.reduce((sum, pid) => sum + cpuSecondsOf(pid), 0);
    return { at: performance.now() / 1000, others: cpuSecondsOfMachine() - own };
  } catch {
    // Not Linux.
    return undefined;
  }
}
