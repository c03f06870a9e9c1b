import type { MatchPhase } from "#shared/simulation/types.ts";

/** For so long (s) before its end a match becomes urgent. */
const LAST_SECONDS = 30;

/** How urgent a match is, 0..1, when so many seconds are left of its phase: the music follows it. */
export function urgencyOf(phase: MatchPhase, secondsLeft: number): number {
  if (phase !== "playing") return 0;
  return Math.min(1, Math.max(0, 1 - secondsLeft / LAST_SECONDS));
}
