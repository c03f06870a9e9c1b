import type { DrawnPlayer, MatchView } from "#player/netcode/match-view.ts";

/** The character from which one sees and hears: one's own, or whom one follows without one, while they are in sight. */
export function eyeOf({ self, players, gaze }: MatchView): DrawnPlayer | undefined {
  return self ?? (gaze.mode === "follow" ? players.get(gaze.followed) : undefined);
}
