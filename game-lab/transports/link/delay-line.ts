import { seededDice } from "#shared/random.ts";
import { LineModel, type LineProfile } from "#transports/simulated/line-model.ts";

/** The time and the alarm of a delay line; tests hand in one that they turn by hand. */
export interface LineClock {
  /** Milliseconds from any beginning. */
  now(): number;
  /** Calls back once, not before `now() + delayMs`. Returns a way to call it off. */
  after(delayMs: number, callback: () => void): () => void;
}

/** The time that passes by itself. */
export const realClock: LineClock = {
  now: () => performance.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

/**
 * Hands on what it is given when a stream over a link would, in order: what takes longer or has to be sent again holds
 * up all that is behind it. While it is stalled by hand, nothing comes out; afterwards all that is due comes at once.
 */
export class DelayLine<T> {
  readonly #clock: LineClock;
  readonly #deliver: (piece: T) => void;
  readonly #queue: { piece: T; due: number }[] = [];
  readonly #link: LineModel;
  #disarm: (() => void) | undefined;
  #stalled = false;

  constructor(clock: LineClock, profile: LineProfile, seed: number, deliver: (piece: T) => void) {
    this.#clock = clock;
    this.#link = new LineModel(profile, seededDice(seed), "stream");
    this.#deliver = deliver;
  }

  /** How many pieces are under way. */
  get length(): number {
    return this.#queue.length;
  }

  /** What the line does to pieces from now on. */
  set profile(profile: LineProfile) {
    this.#link.profile = profile;
  }

  push(piece: T): void {
    const due = this.#link.arrival(this.#clock.now());
    if (due === undefined) throw new Error("A stream has lost a piece: its link has to be of that kind.");
    this.#queue.push({ piece, due });
    if (this.#queue.length === 1) this.#arm();
  }

  stall(): void {
    this.#stalled = true;
    this.#disarm?.();
  }

  resume(): void {
    this.#stalled = false;
    this.#arm();
  }

  /** Forgets all that is under way. */
  clear(): void {
    this.#disarm?.();
    this.#queue.length = 0;
  }

  #arm(): void {
    this.#disarm?.();
    const next = this.#queue[0];
    if (!next || this.#stalled) return;
    this.#disarm = this.#clock.after(Math.max(0, Math.ceil(next.due - this.#clock.now())), () =>
      this.#release(),
    );
  }

  /** A timer may be a fraction of a millisecond early: what is not due yet waits for another one. */
  #release(): void {
    for (let next = this.#queue[0]; next && next.due <= this.#clock.now(); next = this.#queue[0]) {
      this.#queue.shift();
      this.#deliver(next.piece);
    }
    this.#arm();
  }
}
