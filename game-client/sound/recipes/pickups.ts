import { bell, marimba, metal, noteHz, thump, tick, whoosh } from "../building-blocks.ts";
import { type CueRecipe, SOME, TUNED } from "../cue-recipe.ts";

/** What is picked up, and what becomes of it. */
export const PICKUP_CUES = {
  takeFeather: {
    layers: [
      whoosh(0.7, [900, 4200], 0.08, 0.35),
      bell(0.5, noteHz(88), 0.4),
      bell(0.4, noteHz(91), 0.4, 0.07),
      bell(0.4, noteHz(95), 0.5, 0.14),
    ],
    room: { amount: 0.2, seconds: 0.4 },
    peak: 0.34,
    variation: TUNED,
    voices: 2,
  },
  takeAnvil: {
    layers: [...metal(0.5, 330, 0.9), thump(1, [140, 50], 0.25), tick(0.4, 2600, 0.03)],
    peak: 0.55,
    variation: SOME,
    voices: 2,
  },
  takeMega: {
    layers: [
      {
        wave: "saw",
        level: 0.5,
        attack: 0.25,
        decay: 0.2,
        pitch: [110, 440],
        curve: 2,
        filter: { kind: "low", from: 500, to: 3200, q: 2 },
      },
      bell(0.5, noteHz(76), 0.35, 0.24),
      bell(0.4, noteHz(83), 0.4, 0.24),
    ],
    peak: 0.42,
    variation: TUNED,
    voices: 2,
  },
  takeHook: {
    layers: [
      ...Array.from({ length: 5 }, (_, i) => tick(0.6 - i * 0.06, 2400 + i * 300, 0.03, i * 0.045)),
      ...metal(0.3, 880, 0.35, 0.22),
    ],
    peak: 0.4,
    variation: SOME,
    voices: 2,
  },
  takeBanana: {
    layers: [
      ...marimba(0.8, noteHz(67), 0.2),
      ...marimba(0.8, noteHz(72), 0.2, 0.09),
      ...marimba(0.8, noteHz(76), 0.3, 0.18),
    ],
    peak: 0.42,
    variation: TUNED,
    voices: 2,
  },
  takeBubble: {
    layers: [
      { wave: "sine", level: 0.8, attack: 0.01, decay: 0.2, pitch: [300, 900], curve: 3 },
      { wave: "sine", level: 0.6, at: 0.12, attack: 0.01, decay: 0.22, pitch: [420, 1300], curve: 3 },
      whoosh(0.2, [1200, 3600], 0.1, 0.3),
    ],
    peak: 0.38,
    variation: SOME,
    voices: 2,
  },
  hook: {
    layers: [
      whoosh(1.2, [3200, 700], 0.02, 0.25),
      ...metal(0.35, 1240, 0.3),
      thump(0.6, [220, 80], 0.14, 0.03),
    ],
    peak: 0.5,
    variation: SOME,
    voices: 3,
  },
  slip: {
    layers: [
      {
        wave: "triangle",
        level: 0.9,
        attack: 0.01,
        hold: 0.1,
        decay: 0.35,
        pitch: [420, 1500],
        glide: 0.5,
        curve: 3,
        vibrato: { rate: 15, depth: 1.2, calms: true },
      },
      whoosh(0.5, [1500, 5200], 0.05, 0.3),
      thump(0.6, [160, 60], 0.15, 0.38),
    ],
    peak: 0.5,
    variation: SOME,
    voices: 3,
  },
  pop: {
    layers: [
      { wave: "sine", level: 1, attack: 0.001, decay: 0.07, pitch: [480, 1600], curve: 3 },
      tick(0.8, 3000, 0.04),
      whoosh(0.25, [3000, 6500], 0.02, 0.15, 0.02),
    ],
    peak: 0.45,
    variation: SOME,
    voices: 3,
  },
} as const satisfies Record<string, CueRecipe>;
