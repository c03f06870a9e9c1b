import { nextRandom } from "#shared/random.ts";

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

/** Delay of one direction. */
export interface Delay {
  /** One way, in milliseconds. */
  delayMs: number;
  /** Each piece takes `delayMs` plus or minus up to this many milliseconds, evenly spread. */
  jitterMs: number;
}

/**
 * Hands on what it is given after a delay, in order: as over TCP, a piece that takes longer holds up those after it.
 * While it is stalled, nothing comes out; afterwards all that is due comes at once.
 */
export class DelayLine<T> {
  readonly #clock: LineClock;
  readonly #deliver: (piece: T) => void;
  readonly #queue: { piece: T; due: number }[] = [];
  #random: number;
  #lastDue = Number.NEGATIVE_INFINITY;
  #disarm: (() => void) | undefined;
  #stalled = false;
  delay: Delay;

  constructor(clock: LineClock, delay: Delay, seed: number, deliver: (piece: T) => void) {
    this.#clock = clock;
    this.delay = delay;
    this.#random = seed;
    this.#deliver = deliver;
  }

  /** How many pieces are under way. */
  get length(): number {
    return this.#queue.length;
  }

  push(piece: T): void {
    const { state, value } = nextRandom(this.#random);
    this.#random = state;
    const wait = Math.max(0, this.delay.delayMs + (2 * value - 1) * this.delay.jitterMs);
    this.#lastDue = Math.max(this.#lastDue, this.#clock.now() + wait);
    this.#queue.push({ piece, due: this.#lastDue });
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
