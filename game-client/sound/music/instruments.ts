import { bell, marimba, noteHz, thump, tick } from "../building-blocks.ts";
import type { Layer, Recipe } from "../recipe.ts";

/** What plays the notes of a song. */
export interface Instrument {
  /** Its sound at a pitch (Hz). */
  sound(hz: number): Recipe;
  /** Lowest and highest MIDI note; drums have one pitch. */
  range: readonly [number, number];
  /** How long it rings on (s) when a note ends; absent when it rings out by itself. */
  release?: number;
  /** Share of it that is sent through the echo, 0..1. */
  echo: number;
}

/** Sounds are rendered at every so many semitones, and sped up or slowed down in between. */
const ZONE = 6;

export const INSTRUMENTS = {
  kick: drum([thump(1, [150, 46], 0.24), tick(0.12, 2500, 0.012)], 0.9),
  snare: drum(
    [
      {
        wave: "noise",
        level: 0.7,
        attack: 0.001,
        decay: 0.15,
        filter: { kind: "band", from: 2600, to: 1900, q: 0.7 },
      },
      thump(0.7, [250, 170], 0.1),
    ],
    0.6,
  ),
  hat: drum([tick(1, 7500, 0.045)], 0.36),
  shaker: drum([{ ...tick(1, 5200, 0.05), attack: 0.018 }], 0.27),
  bass: {
    sound: (hz) => ({
      layers: [
        {
          ...tone("saw", hz, 0.003, 0.15, 0.9),
          curve: 3,
          filter: { kind: "low", from: hz * 9, to: hz * 2, q: 1.4 },
        },
        tone("sine", hz, 0.003, 0.3, 0.8),
      ],
      drive: 0.4,
      peak: 0.7,
    }),
    range: [33, 57],
    release: 0.05,
    echo: 0,
  },
  stab: {
    sound: (hz) => ({
      layers: [
        { ...tone("square", hz, 0.002, 0.02, 0.17), filter: { kind: "low", from: 3200, to: 700, q: 1.2 } },
        { ...tone("saw", hz * 1.004, 0.002, 0.01, 0.14), filter: { kind: "low", from: 2800, to: 600, q: 1 } },
      ],
      peak: 0.4,
    }),
    range: [55, 67],
    echo: 0.12,
  },
  marimba: { sound: (hz) => ({ layers: marimba(1, hz, 0.5), peak: 0.6 }), range: [52, 88], echo: 0.2 },
  whistle: {
    sound: (hz) => ({
      layers: [
        { ...tone("sine", hz, 0.04, 2.3, 0.5), vibrato: { rate: 5.2, depth: 0.22, calms: false } },
        { ...tone("triangle", hz * 2, 0.03, 2, 0.5), level: 0.12 },
        {
          wave: "noise",
          level: 0.25,
          attack: 0.02,
          hold: 2,
          decay: 0.5,
          filter: { kind: "band", from: hz * 2, to: hz * 2, q: 5 },
        },
      ],
      peak: 0.5,
    }),
    range: [67, 91],
    release: 0.12,
    echo: 0.35,
  },
  pad: {
    sound: (hz) => ({
      layers: [0.996, 1.005].map((detune) => ({
        ...tone("saw", hz * detune, 0.9, 2.4, 1.3),
        filter: { kind: "low" as const, from: hz * 2, to: hz * 4.5, q: 0.7 },
      })),
      peak: 0.35,
    }),
    range: [53, 67],
    release: 0.9,
    echo: 0.25,
  },
  bell: { sound: (hz) => ({ layers: [bell(1, hz, 1.6)], peak: 0.4 }), range: [67, 97], echo: 0.5 },
} as const satisfies Record<string, Instrument>;
export type InstrumentName = keyof typeof INSTRUMENTS;

/** A sound to play a note with, and how fast. */
export interface Zone {
  recipe: Recipe;
  rate: number;
}

const zones = new Map<string, Recipe>();

/** What plays a note (MIDI) of an instrument. The same zone is always the same recipe object. */
export function zoneOf(name: InstrumentName, midi: number): Zone {
  const instrument: Instrument = INSTRUMENTS[name];
  const [lowest, highest] = instrument.range;
  if (lowest === highest) return { recipe: zone(name, lowest), rate: 1 };
  const inRange = Math.min(highest, Math.max(lowest, midi));
  const center = lowest + Math.round((inRange - lowest) / ZONE) * ZONE;
  return { recipe: zone(name, center), rate: noteHz(midi) / noteHz(center) };
}

function zone(name: InstrumentName, midi: number): Recipe {
  const key = `${name} ${midi}`;
  const recipe = zones.get(key) ?? INSTRUMENTS[name].sound(noteHz(midi));
  zones.set(key, recipe);
  return recipe;
}

function drum(layers: readonly Layer[], peak: number): Instrument {
  return { sound: () => ({ layers, peak }), range: [60, 60], echo: 0 };
}

function tone(
  wave: Exclude<Layer["wave"], "noise">,
  hz: number,
  attack: number,
  hold: number,
  decay: number,
): Layer {
  return { wave, level: 1, attack, hold, decay, pitch: [hz, hz] };
}
