import type { Settings } from "./settings.ts";

/** How much moves on the page: as the system asks, or as the player does. */
export const MOTIONS = ["system", "full", "reduced"] as const;
export type Motion = (typeof MOTIONS)[number];

/** How much of what moves for its looks there is. Shares are 0..1, of what there is with all motion. */
export interface Moves {
  /** Share of the camera's shake, of the lead that it takes on the character, and of the sprites in a burst. */
  readonly shake: number;
  readonly lead: number;
  readonly bursts: number;
  /** The camera and the sky drift by themselves. */
  readonly drifts: boolean;
  /** Waves bend the picture, and blows flash. */
  readonly bends: boolean;
  readonly flashes: boolean;
  /** Share to which bodies bob, stretch and tumble; at 0 nothing breathes or trembles either. */
  readonly bobs: number;
  /** Figures jump when they grow, in the picture and on the page. */
  readonly jumps: boolean;
}

/**
 * The one place that decides what less motion takes away. What tells something stays: a push has its wave, a belt runs and a
 * tile that crumbles shakes. The style sheets have the same for the page: see `motion.css`.
 */
export const MOVES: Readonly<Record<Exclude<Motion, "system">, Moves>> = {
  full: {
    shake: 1,
    lead: 1,
    bursts: 1,
    drifts: true,
    bends: true,
    flashes: true,
    bobs: 1,
    jumps: true,
  },
  reduced: {
    shake: 0,
    lead: 0.35,
    bursts: 0.4,
    drifts: false,
    bends: false,
    flashes: false,
    bobs: 0,
    jumps: false,
  },
};

/** What the picture is drawn by. */
export interface DrawnSettings extends Settings {
  readonly moves: Moves;
}

/** Whether less motion is wanted; `bySystem` is what the system asks for. */
export function wantsLessMotion(motion: Motion, bySystem: boolean): boolean {
  return motion === "reduced" || (motion === "system" && bySystem);
}

/** How much moves. */
export function movesFor(lessMotion: boolean): Moves {
  return MOVES[lessMotion ? "reduced" : "full"];
}

/** The settings that the picture is drawn by, with how much moves in it. */
export function drawnSettings(settings: Settings, lessMotion: boolean): DrawnSettings {
  const moves = movesFor(lessMotion);
  const effects = lessMotion && settings.effects === "full" ? "medium" : settings.effects;
  return {
    ...settings,
    motion: lessMotion ? "reduced" : "full",
    shake: settings.shake * moves.shake,
    effects,
    moves,
  };
}
