import { compileSong, type Note, type Score, type Song, STEPS_PER_BEAT } from "./song.ts";

export interface TimedNote {
  note: Note;
  /** When it begins (s). */
  at: number;
  /** How long it is (s). */
  seconds: number;
}

/** Walks through a song, for ever. Pure: it has no clock, the caller says how far. Times in seconds. */
export class Sequencer {
  readonly #steps: Score;
  readonly #song: Song;
  readonly #startsAt: number;
  #next = 0;

  constructor(song: Song, startsAt: number) {
    this.#song = song;
    this.#steps = compileSong(song);
    this.#startsAt = startsAt;
  }

  /** The notes that begin before a time and have not been given out. Those before `from` are left out. */
  advance(from: number, until: number): TimedNote[] {
    const notes: TimedNote[] = [];
    for (; this.#timeOf(this.#next) < until; this.#next++) {
      const at = this.#timeOf(this.#next);
      if (at < from) continue;
      for (const note of this.#steps[this.#next % this.#steps.length] ?? []) {
        notes.push({ note, at, seconds: note.steps * this.#stepSeconds });
      }
    }
    return notes;
  }

  /** The first beat at or after a time. */
  beatFrom(time: number): number {
    const beat = this.#stepSeconds * STEPS_PER_BEAT;
    return this.#startsAt + Math.max(0, Math.ceil((time - this.#startsAt) / beat - 1e-9)) * beat;
  }

  get #stepSeconds(): number {
    return 60 / this.#song.beatsPerMinute / STEPS_PER_BEAT;
  }

  #timeOf(step: number): number {
    const late = step % 2 === 1 ? this.#song.swing : 0;
    return this.#startsAt + (step + late) * this.#stepSeconds;
  }
}
