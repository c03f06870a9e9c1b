import type { CueRecipe } from "./cue-recipe.ts";
import type { Cue } from "./cues.ts";
import { ARENA_CUES } from "./recipes/arena.ts";
import { FIGHT_CUES } from "./recipes/fight.ts";
import { MATCH_CUES } from "./recipes/match.ts";
import { MENU_CUES } from "./recipes/menu.ts";
import { MODE_CUES } from "./recipes/modes.ts";
import { PICKUP_CUES } from "./recipes/pickups.ts";

/** How each cue sounds. Peaks are set by measured loudness: what matters more for the player is louder. */
export const CUE_RECIPES: Record<Cue, CueRecipe> = {
  ...FIGHT_CUES,
  ...ARENA_CUES,
  ...MATCH_CUES,
  ...MODE_CUES,
  ...MENU_CUES,
  ...PICKUP_CUES,
};
