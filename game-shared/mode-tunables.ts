/** The numbers of the modes, with unit and reason, as in `tunables.ts`: lengths are tiles, times are seconds. */

/** The rim of an arena that crumbles, in *Last one standing*. */
export const RIM = {
  /** Radius (tiles) of the core that never sinks: two who fight on it have room for a dash, and none to run away. */
  coreRadius: 3.2,
  /** Most rings; fewer where they would be narrower than a tile. */
  rings: 8,
  /** A ring shakes this long before it sinks (s): at a run one gets 18 tiles far, across any ring. */
  shaking: 3,
} as const;

/** The mode *Last one standing*. */
export const LAST = {
  /** Lives of each player in a round. */
  lives: 3,
  /** Rounds that win a match. */
  rounds: 3,
  /** Most time of a match (s): six bots play four rounds in it, of a minute each. */
  time: 300,
  /** Time of a round (s) before the first ring shakes, and from one ring that sinks until the next one shakes. */
  firstRing: 20,
  nextRing: 5,
  /** Nobody can avoid each other for longer than this (s): the round then goes to who has most lives left. */
  longestRound: 120,
  /** What a round counts that ends in the last part of a match: see `modes/comeback.ts`. */
  lateRound: 2,
  /** Time (s) between two rounds, in which everybody sees who has won. */
  pause: 3,
} as const;

/** The mode *King*. */
export const KING = {
  /** Length of a match (s). */
  time: 180,
  /** Seconds under the crown that win a match before its time. */
  goal: 60,
  /** Distance (tiles) from which the crown is picked up: about where the bodies touch. */
  reach: 0.8,
} as const;

/** The mode *Hill*, and what is different about it in a crowd. */
export const HILL = {
  /** Length of a match (s). */
  time: 180,
  /** Points that win a match before its time: half of it with the zone held alone. */
  goal: 90,
  /** Radius of a zone (tiles): a full push from its middle throws a fresh player out of it. */
  radius: 2.5,
  /** Time (s) that a zone stays where it is, and the last part of it in which everybody sees where it goes. */
  stay: 20,
  warning: 5,
  /** The same for a crowd: more zones, which are larger, farther apart and stay longer, and more points to win. */
  crowd: { zones: 3, radius: 4, stay: 40, warning: 10, goal: 270 },
} as const;

/** The last part of a match, in which whoever is behind can catch up: see `modes/comeback.ts`. */
export const COMEBACK = {
  /** Its length (s). */
  time: 30,
  /** What a point counts for whoever is not ahead: with 30 s of it nobody is out of reach who is less than 90 points behind. */
  factor: 3,
  /** What a goal counts for the team that is behind: one of them makes up for two, or wins where one was missing. */
  goal: 2,
} as const;
