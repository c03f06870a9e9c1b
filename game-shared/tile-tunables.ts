/** The numbers of tiles that blow, lead elsewhere and hold back; units as in `tunables.ts`. */

export const FAN = {
  /** Speed of the air in front of it (tiles/s): one can walk against it, slowly, and nobody can stand. */
  speed: 4,
  /** How far it blows (tiles). */
  reach: 6,
  /** Share of the speed that is lost at the end of its reach. */
  fading: 0.5,
} as const;

export const TELEPORTER = {
  /** Distance from its middle at which one comes out (tiles): beside it, so that nobody is sent back at once. */
  exit: 0.9,
} as const;

export const MUD = {
  /** Share of the top speed that is left: a dash gets one out, a walk is a decision. */
  pace: 0.5,
  /** How many times as fast a flight ends: whoever fights there is slow, but safe. */
  drag: 2,
} as const;
