import type { Layer } from "./recipe.ts";

/** Pitch (Hz) of a MIDI note: 69 is the A of 440 Hz. */
export function noteHz(midi: number): number {
  return 440 * 2 ** ((midi - 69) / 12);
}

/** Air in motion: noise through a band that moves (Hz). Times in seconds. */
export function whoosh(
  level: number,
  [from, to]: readonly [number, number],
  attack: number,
  decay: number,
  at = 0,
): Layer {
  return { wave: "noise", level, at, attack, decay, curve: 3, filter: { kind: "band", from, to, q: 1.1 } };
}

/** A soft low blow whose pitch (Hz) falls. */
export function thump(level: number, pitch: readonly [number, number], decay: number, at = 0): Layer {
  return { wave: "sine", level, at, attack: 0.002, decay, curve: 4, pitch, glide: 0.6 };
}

/** The tick at the start of a blow: noise above a corner (Hz). */
export function tick(level: number, corner: number, decay: number, at = 0): Layer {
  const filter = { kind: "high", from: corner, to: corner, q: 0.7 } as const;
  return { wave: "noise", level, at, attack: 0.001, decay, filter };
}

/** A small bell at a pitch (Hz). */
export function bell(level: number, hz: number, decay: number, at = 0): Layer {
  return {
    wave: "sine",
    level,
    at,
    attack: 0.002,
    decay,
    pitch: [hz, hz],
    fm: { ratio: 3.5, index: 1.4 },
  };
}

/** A wooden bar struck with a soft mallet: its tone and the quick overtone four times as high. */
export function marimba(level: number, hz: number, decay: number, at = 0): Layer[] {
  return [
    { wave: "sine", level, at, attack: 0.002, decay, pitch: [hz, hz] },
    { wave: "sine", level: level * 0.35, at, attack: 0.001, decay: decay * 0.25, pitch: [hz * 4, hz * 4] },
  ];
}

/** One note of a small brass section, which opens up as it swells. */
export function brass(level: number, midi: number, hold: number, decay: number, at = 0): Layer {
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

/** Overtones of struck metal, which are no multiples of the lowest: factor, loudness and length of each. */
const METAL = [
  [1, 1, 1],
  [1.504, 0.6, 0.85],
  [2.756, 0.7, 0.7],
  [3.91, 0.35, 0.5],
  [5.404, 0.4, 0.4],
  [8.933, 0.2, 0.25],
] as const;

/** A ringing piece of metal. */
export function metal(level: number, hz: number, decay: number, at = 0): Layer[] {
  return METAL.map(([factor, loudness, length]) => ({
    wave: "sine",
    level: level * loudness,
    at,
    attack: 0.001,
    decay: decay * length,
    pitch: [hz * factor, hz * factor],
  }));
}

/** Bits of stone that break off: `count` grains over a time (s), getting lower (Hz) and softer. */
export function gravel(
  level: number,
  count: number,
  seconds: number,
  [from, to]: readonly [number, number],
): Layer[] {
  return Array.from({ length: count }, (_, i) => {
    const share = i / count;
    // Unevenly spaced, by the golden ratio, as nothing breaks in time.
    const uneven = ((i * 0.618) % 1) * 0.8;
    const corner = from * (to / from) ** share * (0.8 + 0.4 * ((i * 0.382) % 1));
    return {
      wave: "noise",
      level: level * (1 - 0.7 * share) * (0.6 + 0.4 * ((i * 0.71) % 1)),
      at: ((i + uneven) / count) * seconds,
      attack: 0.001,
      decay: 0.03 + 0.03 * share,
      filter: { kind: "band", from: corner, to: corner * 0.7, q: 3 },
    };
  });
}
