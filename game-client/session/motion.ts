import type { Settings } from "./settings.ts";

/** How much moves on the page: as the system asks, or as the player does. */
export const MOTIONS = ["system", "full", "reduced"] as const;
export type Motion = (typeof MOTIONS)[number];

/** Whether less motion is wanted; `bySystem` is what the system asks for. */
export function wantsLessMotion(motion: Motion, bySystem: boolean): boolean {
  return motion === "reduced" || (motion === "system" && bySystem);
}

/** The settings that the picture is drawn by: with less motion nothing shakes, bends or drifts. */
export function drawnSettings(settings: Settings, lessMotion: boolean): Settings {
  if (!lessMotion) return { ...settings, motion: "full" };
  const effects = settings.effects === "full" ? "medium" : settings.effects;
  return { ...settings, motion: "reduced", shake: 0, effects };
}
