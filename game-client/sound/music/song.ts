import type { InstrumentName } from "./instruments.ts";
import { parseChord, parseStep } from "./notation.ts";

/** Sixteenths in a bar of four beats. */
export const STEPS_PER_BAR = 16;
export const STEPS_PER_BEAT = 4;

/** One instrument in a section. */
export interface Part {
  instrument: InstrumentName;
  /** Loudness 0..1. */
  level: number;
  /** -1 left .. 1 right. */
  pan?: number;
  /** Semitones up. */
  transpose?: number;
  /** How urgent the song has to be for it to be heard, 0..1; always when absent. */
  from?: number;
  /** Bars of sixteen steps, begun again when there are fewer than chords. Steps: see `parseStep`. */
  bars: readonly string[];
}

/** Some bars that belong together. */
export interface Section {
  /** One chord per bar. */
  chords: readonly string[];
  parts: readonly Part[];
}

export interface Song {
  beatsPerMinute: number;
  /** How late every second sixteenth is, in sixteenths: 0 even .. 0.33 shuffled. */
  swing: number;
  /** Played one after the other, for ever. */
  sections: readonly Section[];
}

export interface Note {
  instrument: InstrumentName;
  midi: number;
  /** Loudness 0..1. */
  level: number;
  pan: number;
  /** Length in steps. */
  steps: number;
  /** How urgent the song has to be for it to be heard, 0..1. */
  from: number;
}

/** The notes that begin at each step. */
export type Score = readonly (readonly Note[])[];

const scores = new WeakMap<Song, Score>();

/** The score of a song, worked out once. Throws when a bar is not well written. */
export function compileSong(song: Song): Score {
  const score = scores.get(song) ?? song.sections.flatMap(compileSection);
  scores.set(song, score);
  return score;
}

function compileSection(section: Section): Note[][] {
  const steps: Note[][] = Array.from({ length: section.chords.length * STEPS_PER_BAR }, () => []);
  const chords = section.chords.map(parseChord);
  for (const part of section.parts) {
    const tokens = chords.flatMap((_, bar) => barTokens(part, bar));
    tokens.forEach((token, step) => {
      const chord = chords[Math.floor(step / STEPS_PER_BAR)];
      const onset = chord && parseStep(token, chord, part.transpose ?? 0);
      if (!onset) return;
      const { instrument, level, pan = 0, from = 0 } = part;
      const length = 1 + held(tokens, step + 1);
      const pitches = DRUMS.has(instrument) ? onset.pitches.slice(0, 1) : onset.pitches;
      for (const midi of pitches) {
        steps[step]?.push({ instrument, midi, level: level * onset.velocity, pan, steps: length, from });
      }
    });
  }
  return steps;
}

const DRUMS: ReadonlySet<InstrumentName> = new Set(["kick", "snare", "hat", "shaker"]);

/** The steps of a bar: one character each, or words when they name notes. */
function barTokens(part: Part, bar: number): string[] {
  const text = part.bars[bar % part.bars.length] ?? "";
  const tokens = text.includes(" ") ? text.split(" ") : [...text];
  if (tokens.length !== STEPS_PER_BAR) {
    throw new Error(`A bar has ${STEPS_PER_BAR} steps, "${text}" (${part.instrument}) has ${tokens.length}.`);
  }
  return tokens;
}

function held(tokens: readonly string[], from: number): number {
  let count = 0;
  while (tokens[from + count] === "-") count++;
  return count;
}
