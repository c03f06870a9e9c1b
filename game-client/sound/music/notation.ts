/** Semitones above C of the natural notes. */
const NATURALS: Record<string, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };
/** Semitones above the root of the tones of a chord: third, fifth, and what comes on top. */
const QUALITIES: Record<string, readonly number[]> = {
  "": [0, 4, 7],
  m: [0, 3, 7],
  "7": [0, 4, 7, 10],
  m7: [0, 3, 7, 10],
  maj7: [0, 4, 7, 11],
  m9: [0, 3, 7, 10, 14],
  maj9: [0, 4, 7, 11, 14],
  sus: [0, 5, 7, 10],
};
/** Lowest note of the bass, and of the chords (MIDI): roots and tones are put into the octave above. */
const BASS_FLOOR = 33;
const CHORD_FLOOR = 55;

export interface Chord {
  /** Root in the octave of the bass (MIDI). */
  root: number;
  /** Semitones above the root, rising. */
  tones: readonly number[];
  /** All tones within one octave (MIDI), so that chords follow each other without jumps. */
  voicing: readonly number[];
}

/** What begins at a step: pitches (MIDI) and loudness 0..1. */
export interface Onset {
  pitches: readonly number[];
  velocity: number;
}

/** Reads "Am7". Throws when there is no such chord. */
export function parseChord(name: string): Chord {
  const [, letter = "", accidental = "", quality = ""] = /^([A-G])([#b]?)(.*)$/.exec(name) ?? [];
  const natural = NATURALS[letter];
  const tones = QUALITIES[quality];
  if (natural === undefined || tones === undefined) throw new Error(`No chord is called "${name}".`);
  const root = above(BASS_FLOOR, natural + shift(accidental));
  const voicing = tones.map((tone) => above(CHORD_FLOOR, root + tone)).sort((a, b) => a - b);
  return { root, tones, voicing };
}

/** Reads "F#4" as a MIDI note. Throws when there is no such note. */
export function parseNote(name: string): number {
  const [, letter = "", accidental = "", octave = ""] = /^([A-G])([#b]?)(\d)$/.exec(name) ?? [];
  const natural = NATURALS[letter];
  if (natural === undefined) throw new Error(`No note is called "${name}".`);
  return 12 * (Number(octave) + 1) + natural + shift(accidental);
}

/**
 * Reads one step: "x" plays the chord (a drum just sounds), "o" the same softly, "1" "3" "5" "7" that tone
 * of the chord, "8" the octave, "E5" that note. Undefined for "." and "-", where nothing begins.
 */
export function parseStep(token: string, chord: Chord, transpose: number): Onset | undefined {
  if (token === "." || token === "-") return undefined;
  if (token === "x" || token === "o") {
    return { pitches: chord.voicing.map((tone) => tone + transpose), velocity: token === "x" ? 1 : 0.5 };
  }
  if (/^\d$/.test(token)) return { pitches: [chordTone(chord, Number(token)) + transpose], velocity: 0.9 };
  return { pitches: [parseNote(token) + transpose], velocity: 0.9 };
}

function chordTone(chord: Chord, degree: number): number {
  if (degree === 8) return chord.root + 12;
  // A triad has no seventh: its octave stands in.
  return chord.root + (chord.tones[(degree - 1) / 2] ?? 12);
}

function shift(accidental: string): number {
  return accidental === "#" ? 1 : accidental === "b" ? -1 : 0;
}

/** The note of that name in the octave from `floor` on. */
function above(floor: number, midi: number): number {
  return floor + ((((midi - floor) % 12) + 12) % 12);
}
