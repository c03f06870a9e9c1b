/** The numbers of the heavy ball of *Push ball*; units as in `tunables.ts`. */
export const BALL = {
  /** Radius (tiles): two players wide, so that it is seen from afar and nobody runs past it unnoticed. */
  radius: 0.9,
  /** How much heavier than a player it is when they run into each other: one alone needs a second to get it going. */
  mass: 3,
  /** Deceleration of a ball that rolls (tiles/s^2): islands are small, and a ball that rolls far rolls off. */
  rollDrag: 3.5,
  /** Nothing rolls faster (tiles/s): somebody in its way has the time to dash. */
  maxSpeed: 16,
  /** Share of the speed kept when bouncing off a wall. */
  wallBounce: 0.5,
  /** A ball slower than this (tiles/s) does not get over the rim of the ground: one push alone sends it over no edge. */
  rimSpeed: 11,
  /** So near (tiles) its middle comes to the rim then: somebody can still get beside it and push it away from there. */
  rimRadius: 0.5,
  /** Share of the speed with which the rim sends it back. */
  rimBounce: 0.7,
  /** Share of the speed that a bumper gives to a player: it is heavy. */
  bumperShare: 0.7,
  /** Share of the impulse of a push that it takes on. */
  pushShare: 0.5,
  /** Speed given to it by a player who dashes into it (tiles/s), besides what the bump does. */
  dashSpeed: 2.5,
  /** Closing speed (tiles/s) of a ball that runs into somebody from which whoever sent it earns the knock-out. */
  creditSpeed: 4,
  /** Its centre within this of a goal's centre (tiles) is a goal: room for a keeper beside it. */
  goalRadius: 2.5,
  /** Goals that decide a match before its time. */
  goalsToWin: 3,
  /** Time from a goal until the ball is back at its mark (s): enough to cheer and to run back. */
  goalPause: 2.5,
  /** Time from a fall until it is back (s). */
  returnTime: 2,
  /** A ball that has moved less than `stuckRange` away from its mark for this long (s) is brought back. */
  stuckTime: 4,
  /** Distance (tiles) that counts as having moved. */
  stuckRange: 1.5,
  /** Somebody who touched it longer ago than this (s) has scored no goal. */
  scorerTime: 8,
  /** Length of a match (s). */
  matchTime: 240,
} as const;
