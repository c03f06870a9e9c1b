/** Things to pick up, and what they do. */
export const PICKUPS = {
  /** One may lie there for so many players, at least one, at most `most`: a huge arena has one on every second screen. */
  playersEach: 3,
  most: 12,
  /** Time (s) from one that lies there to the sign of the next where one at a time is allowed; the more there may be, the shorter. */
  interval: 6,
  /** The place glows this long (s) before: whoever is as far as a screen reaches has the time to run there. */
  glowTime: 1.5,
  /** One of so many free places that are nearest to the last of the table is chosen: nobody can wait on one. */
  choice: 2,
  /** Distance (tiles) from its centre to that of a player who takes it: a little more than a radius. */
  reach: 0.65,
  /** Share of the wobble that a feather leaves. */
  featherLeaves: 0.4,
  /** How long (s) an anvil weighs. */
  anvilTime: 8,
  /** Share of a blow that is felt under it. */
  anvilKnockback: 0.5,
  /** How much heavier one is when somebody runs into one; a planted player is four times as heavy. */
  anvilMass: 3,
  /** Share of the top speed under it: whoever stays out of its way is not caught. */
  anvilSpeed: 0.85,
  /** Half of the cone of a mega-push (radians): all but the back. */
  megaHalfCone: (100 * Math.PI) / 180,
  /** Reach of a hook (tiles), half as far again as a full push, and half of its cone (radians): it has to be aimed. */
  hookReach: 7,
  hookHalfCone: (18 * Math.PI) / 180,
  /** A hook brings its victim this near (tiles, centre to centre): into reach of a tap, not into one's arms. */
  hookLeaves: 1.3,
  /** Wobble added by a hook (percent). */
  hookWobble: 6,
  /** How long (s) a bubble carries: over a gap of 10 tiles, and not around an arena. */
  bubbleTime: 2.5,
  /** Share of the top speed in a bubble. */
  bubbleSpeed: 0.9,
} as const;

/** What is left of a banana. */
export const PEEL = {
  /** It lies there this long (s), and at most so many lie in a world: the oldest goes. */
  time: 20,
  most: 8,
  /** Nobody slips on it before this (s): whoever drops it gets off it. */
  armTime: 0.4,
  /** Distance (tiles) from its centre to that of a player who steps on it. */
  reach: 0.55,
  /** Speed (tiles/s) of whoever slips, along their way: more than a run, so that it can be seen. */
  slipSpeed: 9,
  /** How long (s) one slips: about 5 tiles, unless one dashes out of it. */
  slipTime: 0.6,
  /** Share of acceleration and drag that is left meanwhile. */
  slipGrip: 0.1,
} as const;
