import { isStill, PAUSED } from "#shared/simulation/pause.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { TICK_MS } from "#shared/tunables.ts";

/**
 * Seconds until the phase ends at `nowMs` (time of the simulation): as many as there were while the match is paused, and 0 in
 * the lobby.
 */
export function secondsLeft({ endsAt, tick, resumesAt }: ArenaState, nowMs: number): number {
  return secondsTo(endsAt, tick, isStill(resumesAt, tick) ? 0 : nowMs);
}

/** Seconds until play goes on: 0 while it does, infinitely many while it is paused. */
export function secondsToPlay({ tick, resumesAt }: ArenaState, nowMs: number): number {
  return resumesAt === PAUSED ? Number.POSITIVE_INFINITY : secondsTo(resumesAt, tick, nowMs);
}

/** It is never earlier than the newest state. */
function secondsTo(due: number, tick: number, nowMs: number): number {
  return Math.max(0, (due * TICK_MS - Math.max(tick * TICK_MS, nowMs)) / 1000);
}
