/** Others are never drawn less than this (ms) in the past: one patch at 25 a second. */
const LEAST_MS = 40;
/** Nor more: the server would not look back so far for a push (`PUSH.maxRewindMs` less the ways there and back). */
const MAX_MS = 250;
/** Patch intervals that a quiet line costs: between two known states, of which one may be late. */
const PATCHES = 2;
/** Jitters that are allowed for: what is later is one patch in some thousand. */
const JITTERS = 4;

/**
 * How far (ms) behind the newest state that can have come others are drawn, for a patch interval and a jitter by
 * RFC 3550 (ms): enough for the patches that are usually late, no more.
 */
export function interpolationDelay(patchIntervalMs: number, jitterMs: number): number {
  const wanted = Math.max(PATCHES * patchIntervalMs, patchIntervalMs + JITTERS * jitterMs);
  return Math.min(MAX_MS, Math.max(LEAST_MS, wanted));
}
