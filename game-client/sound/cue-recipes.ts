import { bell, gravel, marimba, metal, noteHz, thump, tick, whoosh } from "./building-blocks.ts";
import type { Cue } from "./cues.ts";
import type { Recipe } from "./recipe.ts";

/** How a cue sounds, and how it behaves when it sounds often. */
export interface CueRecipe extends Recipe {
  /** Each sounding is higher or lower by up to this much (semitones), so that none is quite like the last. */
  variation: number;
  /** How many may sound at once. */
  voices: number;
}

/** Variation of what happens all the time, of the rest, and of melodies, which must stay in tune. */
const OFTEN = 1.2;
const SOME = 0.5;
const TUNED = 0;

/** All cues. Peaks are set by ear and by measured loudness: see the balance test. */
export const CUE_RECIPES: Record<Cue, CueRecipe> = {
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
  bumper: {
    layers: [
      {
        wave: "triangle",
        level: 0.9,
        attack: 0.002,
        decay: 0.42,
        pitch: [196, 330],
        glide: 0.25,
        vibrato: { rate: 17, depth: 3.5, calms: true },
        curve: 4,
      },
      bell(0.35, 1318, 0.22),
      thump(0.7, [180, 90], 0.1),
    ],
    peak: 0.7,
    variation: SOME,
    voices: 3,
  },
  spring: {
    layers: [
      {
        wave: "saw",
        level: 0.7,
        attack: 0.003,
        decay: 0.5,
        pitch: [150, 520],
        curve: 3,
        vibrato: { rate: 26, depth: 5, calms: true },
        filter: { kind: "low", from: 900, to: 2600, q: 3 },
      },
      { ...thump(0.5, [240, 480], 0.12) },
      whoosh(0.6, [800, 3000], 0.1, 0.3),
    ],
    peak: 0.71,
    variation: SOME,
    voices: 3,
  },
  fall: {
    layers: [
      {
        wave: "sine",
        level: 0.8,
        attack: 0.03,
        hold: 0.45,
        decay: 0.45,
        curve: 3,
        pitch: [1650, 330],
        vibrato: { rate: 8, depth: 0.5, calms: false },
        fm: { ratio: 1, index: 0.3 },
      },
      whoosh(0.25, [2800, 500], 0.2, 0.6),
    ],
    room: { amount: 0.2, seconds: 0.5 },
    peak: 0.22,
    variation: OFTEN,
    voices: 3,
  },
  ownFall: {
    layers: [
      {
        wave: "triangle",
        level: 0.9,
        attack: 0.03,
        hold: 0.55,
        decay: 0.5,
        curve: 3,
        pitch: [784, 98],
        vibrato: { rate: 6.5, depth: 0.9, calms: false },
      },
      {
        wave: "saw",
        level: 0.25,
        attack: 0.05,
        hold: 0.5,
        decay: 0.5,
        curve: 3,
        pitch: [392, 49],
        filter: { kind: "low", from: 1800, to: 250, q: 2 },
      },
      whoosh(0.45, [3200, 250], 0.35, 0.75),
      thump(0.9, [90, 40], 0.3, 1.0),
    ],
    room: { amount: 0.2, seconds: 0.5 },
    peak: 0.62,
    variation: TUNED,
    voices: 1,
  },
  knockout: {
    layers: [
      bell(0.8, noteHz(83), 0.3),
      ...marimba(0.4, noteHz(71), 0.2),
      bell(1, noteHz(88), 0.75, 0.1),
      ...marimba(0.5, noteHz(76), 0.4, 0.1),
      thump(0.5, [140, 70], 0.12),
    ],
    room: { amount: 0.18, seconds: 0.4 },
    peak: 0.58,
    variation: TUNED,
    voices: 2,
  },
  respawn: {
    layers: [
      { wave: "sine", level: 0.8, attack: 0.004, decay: 0.13, pitch: [260, 980], curve: 3 },
      bell(0.4, noteHz(79), 0.3, 0.09),
      bell(0.4, noteHz(84), 0.3, 0.15),
      bell(0.4, noteHz(91), 0.45, 0.21),
      whoosh(0.12, [2000, 7000], 0.2, 0.3),
    ],
    room: { amount: 0.22, seconds: 0.4 },
    peak: 0.34,
    variation: TUNED,
    voices: 2,
  },
  crumble: {
    layers: gravel(1, 11, 0.32, [2600, 1100]),
    peak: 0.43,
    variation: OFTEN,
    voices: 3,
  },
  crumbleGone: {
    layers: [
      ...gravel(0.8, 15, 0.5, [1700, 350]),
      {
        wave: "noise",
        level: 1.6,
        attack: 0.02,
        decay: 0.6,
        curve: 3,
        filter: { kind: "low", from: 420, to: 70, q: 1 },
      },
      thump(0.7, [95, 38], 0.4, 0.03),
    ],
    peak: 0.44,
    variation: OFTEN,
    voices: 3,
  },
  countdown: {
    layers: [...marimba(1, noteHz(69), 0.28), bell(0.25, noteHz(81), 0.2)],
    room: { amount: 0.12, seconds: 0.3 },
    peak: 0.57,
    variation: TUNED,
    voices: 1,
  },
  go: {
    layers: [
      ...[69, 76, 81, 85].map((midi) => brass(0.4, midi, 0.16, 0.5)),
      bell(0.4, noteHz(93), 0.6),
      whoosh(0.3, [800, 6000], 0.08, 0.4),
      thump(0.8, [160, 50], 0.25),
    ],
    room: { amount: 0.2, seconds: 0.5 },
    peak: 0.73,
    variation: TUNED,
    voices: 1,
  },
  matchEnd: {
    layers: [
      whistle(0.5, 2350, 0.1),
      whistle(0.5, 2350, 0.55, 0.2),
      ...metal(0.5, 196, 1.3, 0.2),
      thump(0.6, [98, 60], 0.5, 0.2),
    ],
    room: { amount: 0.2, seconds: 0.6 },
    peak: 0.64,
    variation: TUNED,
    voices: 1,
  },
  win: {
    layers: [
      ...[69, 73, 76].map((midi, i) => brass(0.8, midi, 0.07, 0.14, i * 0.13)),
      ...[81, 76, 73, 57].map((midi) => brass(0.45, midi, 0.4, 0.7, 0.39)),
      ...[81, 85, 88, 93, 97].map((midi, i) => bell(0.22, noteHz(midi), 0.5, 0.5 + i * 0.08)),
      thump(0.6, [140, 55], 0.3, 0.39),
    ],
    room: { amount: 0.22, seconds: 0.6 },
    peak: 0.77,
    variation: TUNED,
    voices: 1,
  },
  join: {
    layers: [...marimba(0.8, noteHz(79), 0.18), ...marimba(1, noteHz(84), 0.3, 0.09)],
    room: { amount: 0.15, seconds: 0.3 },
    peak: 0.3,
    variation: TUNED,
    voices: 2,
  },
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
};

/** One note of a small brass section, which opens up as it swells. */
function brass(level: number, midi: number, hold: number, decay: number, at = 0): Recipe["layers"][number] {
  const hz = noteHz(midi);
  return {
    wave: "saw",
    level,
    at,
    attack: 0.02,
    hold,
    decay,
    pitch: [hz, hz],
    vibrato: { rate: 5.5, depth: 0.12, calms: false },
    filter: { kind: "low", from: hz * 5, to: hz * 1.5, q: 0.9 },
  };
}

/** A referee's whistle, with the pea in it. */
function whistle(level: number, hz: number, hold: number, at = 0): Recipe["layers"][number] {
  return {
    wave: "sine",
    level,
    at,
    attack: 0.012,
    hold,
    decay: 0.08,
    pitch: [hz * 0.97, hz],
    glide: 0.15,
    vibrato: { rate: 38, depth: 0.8, calms: false },
    fm: { ratio: 1.012, index: 0.6 },
  };
}
