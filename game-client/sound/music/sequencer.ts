import { compileSong, type Note, type Score, type Song, STEPS_PER_BEAT } from "./song.ts";

export interface TimedNote {
  note: Note;
  /** When it begins (s). */
  at: number;
  /** How long it is (s). */
  seconds: number;
}

/** How much faster a song is at its most urgent. */
const RUSH = 0.14;
/** Most that the urgency changes from one beat to the next: nobody hears where it began to hurry. */
const PER_BEAT = 0.05;
/** Beats that are remembered: more than can be handed out before they sound. */
const REMEMBERED = 8;

/** A beat of the song, from when to when (s). */
interface Beat {
  readonly at: number;
  readonly stepSeconds: number;
  readonly urgency: number;
}

/** Walks through a song, for ever. Pure: it has no clock, the caller says how far. Times in seconds. */
export class Sequencer {
  /** How urgent the song is to become, 0..1: faster, and with the parts that wait for it. It follows beat by beat. */
  wanted = 0;
  readonly #steps: Score;
  readonly #song: Song;
  /** The last beats, the newest last; there is always one. */
  readonly #beats: Beat[];
  #newest: Beat;
  #next = 0;

  constructor(song: Song, startsAt: number) {
    this.#song = song;
    this.#steps = compileSong(song);
    this.#newest = this.#beat(startsAt, 0);
    this.#beats = [this.#newest];
  }

  /** The notes that begin before a time and have not been given out. Those before `from` are left out. */
  advance(from: number, until: number): TimedNote[] {
    const notes: TimedNote[] = [];
    for (; this.#timeOf(this.#next) < until; this.#next++) {
      const at = this.#timeOf(this.#next);
      if (at >= from) notes.push(...this.#notesAt(at));
      if (this.#next % STEPS_PER_BEAT === STEPS_PER_BEAT - 1) this.#goOn();
    }
    return notes;
  }

  /** The first beat at or after a time. */
  beatFrom(time: number): number {
    const known = this.#beats.find(({ at }) => at >= time - 1e-9);
    if (known !== undefined) return known.at;
    const { at } = this.#newest;
    const seconds = lengthOf(this.#newest);
    return at + Math.ceil((time - at) / seconds - 1e-9) * seconds;
  }

  #notesAt(at: number): TimedNote[] {
    const { stepSeconds, urgency } = this.#newest;
    const sounding = this.#steps[this.#next % this.#steps.length] ?? [];
    return sounding.flatMap((note) => {
      const swell = swellOf(note, urgency);
      if (swell === 0) return [];
      const heard = swell === 1 ? note : { ...note, level: note.level * swell };
      return [{ note: heard, at, seconds: note.steps * stepSeconds }];
    });
  }

  /** On to the next beat, a little nearer to how urgent it is to become. */
  #goOn(): void {
    const { at, urgency } = this.#newest;
    const change = Math.min(PER_BEAT, Math.max(-PER_BEAT, this.wanted - urgency));
    this.#newest = this.#beat(at + lengthOf(this.#newest), urgency + change);
    this.#beats.push(this.#newest);
    if (this.#beats.length > REMEMBERED) this.#beats.shift();
  }

  #beat(at: number, urgency: number): Beat {
    const beatsPerMinute = this.#song.beatsPerMinute * (1 + RUSH * urgency);
    return { at, urgency, stepSeconds: 60 / beatsPerMinute / STEPS_PER_BEAT };
  }

  /** When a step of the newest beat begins. */
  #timeOf(step: number): number {
    const { at, stepSeconds } = this.#newest;
    const late = step % 2 === 1 ? this.#song.swing : 0;
    return at + ((step % STEPS_PER_BEAT) + late) * stepSeconds;
  }
}

function lengthOf({ stepSeconds }: Beat): number {
  return stepSeconds * STEPS_PER_BEAT;
}

/** Share of its loudness that a note has at an urgency: what waits for it comes in softly. */
function swellOf({ from }: Note, urgency: number): number {
  if (from === 0) return 1;
  return Math.min(1, Math.max(0, (urgency - from) / (1 - from)) * 2);
}
