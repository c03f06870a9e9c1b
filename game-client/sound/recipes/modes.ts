import { bell, brass, gravel, marimba, metal, noteHz, thump, whoosh } from "../building-blocks.ts";
import { type CueRecipe, SOME, TUNED } from "../cue-recipe.ts";

/** What the modes have to announce: the crown, the zone, rounds, and the rim that sinks. */
export const MODE_CUES = {
  crown: {
    layers: [
      ...[74, 78, 81].map((midi, i) => brass(0.55, midi, 0.05, 0.16, i * 0.08)),
      ...[86, 90, 93, 98].map((midi, i) => bell(0.45, noteHz(midi), 0.45, 0.16 + i * 0.06)),
      whoosh(0.15, [2500, 8000], 0.15, 0.35, 0.1),
    ],
    room: { amount: 0.22, seconds: 0.5 },
    peak: 0.52,
    variation: TUNED,
    voices: 1,
  },
  crownLost: {
    layers: [
      ...metal(0.5, 620, 0.5),
      ...metal(0.3, 700, 0.4, 0.16),
      ...metal(0.18, 660, 0.35, 0.27),
      whoosh(0.2, [5000, 900], 0.02, 0.3),
    ],
    room: { amount: 0.18, seconds: 0.4 },
    peak: 0.42,
    variation: SOME,
    voices: 1,
  },
  zone: {
    layers: [
      ...[62, 69].map((midi, i) => brass(0.5, midi, 0.1, 0.3, i * 0.16)),
      ...marimba(0.7, noteHz(81), 0.3, 0.32),
      whoosh(0.35, [400, 3200], 0.3, 0.4),
    ],
    room: { amount: 0.2, seconds: 0.5 },
    peak: 0.46,
    variation: TUNED,
    voices: 1,
  },
  zoneTaken: {
    layers: [
      ...marimba(0.9, noteHz(66), 0.2),
      ...marimba(0.9, noteHz(73), 0.2, 0.08),
      ...marimba(1, noteHz(78), 0.4, 0.16),
      thump(0.5, [150, 70], 0.16),
    ],
    room: { amount: 0.15, seconds: 0.35 },
    peak: 0.42,
    variation: TUNED,
    voices: 1,
  },
  round: {
    layers: [
      ...metal(0.55, 330, 0.9),
      ...metal(0.55, 330, 1.1, 0.22),
      ...[69, 76].map((midi) => brass(0.4, midi, 0.12, 0.4, 0.22)),
    ],
    room: { amount: 0.2, seconds: 0.5 },
    peak: 0.56,
    variation: TUNED,
    voices: 1,
  },
  roundOver: {
    layers: [
      ...[76, 73, 69].map((midi, i) => brass(0.55, midi, 0.06, 0.2, i * 0.14)),
      ...metal(0.35, 247, 1.2, 0.28),
      thump(0.6, [110, 55], 0.4, 0.28),
    ],
    room: { amount: 0.2, seconds: 0.5 },
    peak: 0.55,
    variation: TUNED,
    voices: 1,
  },
  sinkSoon: {
    layers: [
      ...gravel(0.9, 26, 1.1, [900, 500]),
      {
        wave: "sine",
        level: 0.9,
        attack: 0.15,
        hold: 0.5,
        decay: 0.5,
        pitch: [58, 46],
        vibrato: { rate: 19, depth: 1.6, calms: false },
      },
      {
        wave: "noise",
        level: 1.2,
        attack: 0.25,
        hold: 0.4,
        decay: 0.5,
        filter: { kind: "low", from: 160, to: 240, q: 1.2 },
      },
    ],
    room: { amount: 0.12, seconds: 0.4 },
    peak: 0.5,
    variation: SOME,
    voices: 1,
  },
  sink: {
    layers: [
      ...gravel(0.7, 34, 1, [1500, 260]),
      {
        wave: "noise",
        level: 1.8,
        attack: 0.03,
        decay: 1.3,
        curve: 3,
        filter: { kind: "low", from: 520, to: 60, q: 1 },
      },
      thump(1, [80, 30], 0.7, 0.04),
      thump(0.6, [66, 28], 0.6, 0.3),
      whoosh(0.3, [1800, 200], 0.2, 0.9, 0.1),
    ],
    room: { amount: 0.22, seconds: 0.6 },
    peak: 0.66,
    variation: SOME,
    voices: 1,
  },
  out: {
    layers: [
      ...[64, 60, 55].map((midi, i) => brass(0.5, midi, 0.08, 0.26, i * 0.2)),
      ...marimba(0.5, noteHz(43), 0.6, 0.4),
      thump(0.7, [90, 40], 0.4, 0.4),
    ],
    room: { amount: 0.22, seconds: 0.5 },
    peak: 0.5,
    variation: TUNED,
    voices: 1,
  },
} as const satisfies Record<string, CueRecipe>;
