import type { DrawnPlayer, MatchView } from "#player/netcode/match-view.ts";

/** The character from which one sees and hears: one's own in play, or whom one follows without it, while they are in sight. */
export function eyeOf({ self, players, gaze }: MatchView): DrawnPlayer | undefined {
  const own = gaze.isOut ? undefined : self;
  return own ?? (gaze.mode === "follow" ? players.get(gaze.followed) : undefined);
}
