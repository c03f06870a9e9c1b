import type { Recipe } from "./recipe.ts";

/** How a cue sounds, and how it behaves when it sounds often. */
export interface CueRecipe extends Recipe {
  /** Each sounding is higher or lower by up to this much (semitones), so that none is quite like the last. */
  variation: number;
  /** How many may sound at once. */
  voices: number;
}

/** Variation of what happens all the time. */
export const OFTEN = 1.2;
/** Variation of what happens now and then. */
export const SOME = 0.5;
/** Variation of melodies, which must stay in tune with the music. */
export const TUNED = 0;
