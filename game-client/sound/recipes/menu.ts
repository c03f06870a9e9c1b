import { tick } from "../building-blocks.ts";
import { type CueRecipe, SOME, TUNED } from "../cue-recipe.ts";

/** What buttons answer. Short and soft: one hears them a hundred times. */
export const MENU_CUES = {
  uiMove: {
    layers: [
      { wave: "sine", level: 1, attack: 0.002, decay: 0.035, pitch: [1180, 1320] },
      tick(0.12, 4000, 0.012),
    ],
    peak: 0.24,
    variation: SOME,
    voices: 2,
  },
  uiClick: {
    layers: [
      { wave: "sine", level: 1, attack: 0.002, decay: 0.09, pitch: [520, 1040], glide: 0.5 },
      tick(0.2, 3000, 0.015),
    ],
    peak: 0.43,
    variation: TUNED,
    voices: 2,
  },
  uiBack: {
    layers: [
      { wave: "sine", level: 1, attack: 0.002, decay: 0.1, pitch: [880, 400], glide: 0.6 },
      tick(0.15, 2500, 0.015),
    ],
    peak: 0.4,
    variation: TUNED,
    voices: 2,
  },
  /** Somebody says something: two soft drops. */
  chat: {
    layers: [0, 0.07].map((at) => ({
      wave: "triangle" as const,
      level: 1 - at * 4,
      at,
      attack: 0.003,
      decay: 0.07,
      pitch: [660 + at * 3200, 700 + at * 3400] as const,
    })),
    peak: 0.22,
    variation: TUNED,
    voices: 2,
  },
  /** An emote pops up. */
  emote: {
    layers: [
      { wave: "sine", level: 1, attack: 0.002, decay: 0.13, pitch: [300, 900], glide: 0.4 },
      tick(0.1, 2200, 0.012),
    ],
    peak: 0.24,
    variation: SOME,
    voices: 2,
  },
  uiError: {
    layers: [0, 0.11].map((at) => ({
      wave: "square" as const,
      level: 1,
      at,
      attack: 0.004,
      hold: 0.05,
      decay: 0.06,
      pitch: [185 - at * 300, 175 - at * 300] as const,
      filter: { kind: "low" as const, from: 900, to: 700, q: 0.8 },
    })),
    peak: 0.26,
    variation: TUNED,
    voices: 1,
  },
} as const satisfies Record<string, CueRecipe>;
