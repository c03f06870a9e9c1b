import { bell, marimba, metal, noteHz, thump, tick, whoosh } from "../building-blocks.ts";
import { type CueRecipe, OFTEN, SOME, TUNED } from "../cue-recipe.ts";

/** What players do to each other. */
export const FIGHT_CUES = {
  pushTap: {
    layers: [whoosh(2.6, [500, 2300], 0.03, 0.19), thump(0.6, [190, 62], 0.13)],
    peak: 0.56,
    variation: OFTEN,
    voices: 6,
  },
  pushFull: {
    layers: [
      whoosh(2.4, [350, 3200], 0.045, 0.4),
      whoosh(1.4, [2600, 500], 0.1, 0.45),
      thump(1.3, [150, 38], 0.55),
      thump(0.5, [320, 70], 0.16),
      tick(0.35, 2500, 0.05),
    ],
    drive: 0.8,
    room: { amount: 0.18, seconds: 0.35 },
    peak: 0.69,
    variation: SOME,
    voices: 4,
  },
  charged: {
    layers: [...marimba(0.5, noteHz(81), 0.12), bell(0.6, noteHz(88), 0.32, 0.06)],
    peak: 0.24,
    variation: TUNED,
    voices: 1,
  },
  hit: {
    layers: [
      {
        ...thump(1, [520, 130], 0.17),
        vibrato: { rate: 34, depth: 2.5, calms: true },
        fm: { ratio: 0.5, index: 1.2 },
      },
      { ...tick(0.8, 900, 0.045), curve: 6 },
      thump(0.6, [150, 80], 0.09),
    ],
    drive: 0.6,
    peak: 0.64,
    variation: OFTEN,
    voices: 5,
  },
  hitHeavy: {
    layers: [
      {
        ...thump(1, [440, 62], 0.42),
        vibrato: { rate: 21, depth: 4, calms: true },
        fm: { ratio: 0.5, index: 1.6 },
      },
      tick(1, 600, 0.09),
      whoosh(0.6, [3000, 400], 0.004, 0.2),
      thump(1, [140, 40], 0.32),
    ],
    drive: 1.6,
    room: { amount: 0.14, seconds: 0.3 },
    peak: 0.72,
    variation: SOME,
    voices: 4,
  },
  braced: {
    layers: [
      { wave: "triangle", level: 1, attack: 0.001, decay: 0.12, pitch: [232, 176], curve: 5 },
      {
        wave: "noise",
        level: 1.4,
        attack: 0.001,
        decay: 0.05,
        filter: { kind: "band", from: 780, to: 620, q: 5 },
      },
      thump(0.6, [120, 70], 0.11),
    ],
    drive: 0.5,
    peak: 0.73,
    variation: SOME,
    voices: 4,
  },
  parry: {
    layers: [
      ...metal(0.5, 1180, 0.95),
      ...metal(0.3, 1186, 0.8, 0.012),
      tick(0.6, 5000, 0.04),
      thump(0.4, [500, 180], 0.08),
    ],
    room: { amount: 0.16, seconds: 0.4 },
    peak: 0.66,
    variation: SOME,
    voices: 3,
  },
  dash: {
    layers: [
      { ...whoosh(1, [900, 5200], 0.05, 0.15), filter: { kind: "band", from: 900, to: 5200, q: 1.8 } },
      whoosh(0.5, [4000, 1500], 0.09, 0.14),
    ],
    peak: 0.38,
    variation: OFTEN,
    voices: 4,
  },
  bump: {
    layers: [thump(1, [230, 105], 0.085), { ...tick(0.16, 1200, 0.025), curve: 6 }],
    peak: 0.52,
    variation: OFTEN,
    voices: 4,
  },
} as const satisfies Record<string, CueRecipe>;
