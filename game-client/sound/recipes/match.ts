import { bell, brass, marimba, metal, noteHz, thump, whoosh } from "../building-blocks.ts";
import { type CueRecipe, TUNED } from "../cue-recipe.ts";
import type { Layer } from "../recipe.ts";

/** What a match has to announce. */
export const MATCH_CUES = {
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
  goal: {
    layers: [
      ...[64, 69, 73].map((midi) => brass(0.5, midi, 0.1, 0.2)),
      ...[69, 73, 76, 81].map((midi) => brass(0.45, midi, 0.3, 0.6, 0.16)),
      ...[85, 88, 93].map((midi, i) => bell(0.3, noteHz(midi), 0.6, 0.16 + i * 0.07)),
      whoosh(0.45, [500, 3500], 0.25, 0.7, 0.05),
      thump(0.8, [150, 50], 0.3),
    ],
    room: { amount: 0.25, seconds: 0.7 },
    peak: 0.72,
    variation: TUNED,
    voices: 1,
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
  ready: {
    layers: [...marimba(0.8, noteHz(76), 0.14), ...marimba(1, noteHz(83), 0.22, 0.07)],
    room: { amount: 0.12, seconds: 0.3 },
    peak: 0.3,
    variation: TUNED,
    voices: 2,
  },
  start: {
    layers: [
      ...[64, 69, 73].map((midi, i) => brass(0.6, midi, 0.06, 0.16, i * 0.1)),
      bell(0.4, noteHz(88), 0.5, 0.2),
      whoosh(0.25, [600, 4000], 0.1, 0.35),
    ],
    room: { amount: 0.18, seconds: 0.4 },
    peak: 0.5,
    variation: TUNED,
    voices: 1,
  },
} as const satisfies Record<string, CueRecipe>;

/** A referee's whistle, with the pea in it. */
function whistle(level: number, hz: number, hold: number, at = 0): Layer {
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
