/** The numbers of the heavy ball of *Push ball*; units as in `tunables.ts`. */
export const BALL = {
  /** Radius (tiles): two players wide, so that it is seen from afar and nobody runs past it unnoticed. */
  radius: 0.9,
  /** How much heavier than a player it is when they run into each other: one alone needs a second to get it going. */
  mass: 4,
  /** Deceleration of a ball that rolls (tiles/s^2): a tap rolls it about four tiles, a full push about ten. */
  rollDrag: 3,
  /** Nothing rolls faster (tiles/s): somebody in its way has the time to dash. */
  maxSpeed: 16,
  /** Share of the speed kept when bouncing off a wall. */
  wallBounce: 0.6,
  /** Share of the speed that a bumper gives to a player: it is heavy. */
  bumperShare: 0.7,
  /** Share of the impulse of a push that it takes on. */
  pushShare: 0.55,
  /** Speed given to it by a player who dashes into it (tiles/s), besides what the bump does. */
  dashSpeed: 4,
  /** Closing speed (tiles/s) of a ball that runs into somebody from which whoever sent it earns the knock-out. */
  creditSpeed: 4,
  /** Its centre within this of a goal's centre (tiles) is a goal: room for a keeper on either side. */
  goalRadius: 1.5,
  /** Goals that decide a match before its time: five are about three minutes among six. */
  goalsToWin: 5,
  /** Time from a goal until the ball is back at its mark (s): enough to cheer and to run back. */
  goalPause: 2.5,
  /** Time from a fall until it is back (s). */
  returnTime: 2,
  /** A ball that has moved less than `stuckRange` away from its mark for this long (s) is brought back. */
  stuckTime: 10,
  /** Distance (tiles) that counts as having moved. */
  stuckRange: 1.5,
  /** Somebody who touched it longer ago than this (s) has scored no goal. */
  scorerTime: 8,
  /** Length of a match (s). */
  matchTime: 240,
} as const;
