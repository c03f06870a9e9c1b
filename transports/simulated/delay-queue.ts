import { LineModel, type LineProfile, type Trip } from "./line-model.ts";

/** The time and the alarm of a queue; tests hand in one that they turn by hand. */
export interface QueueClock {
  /** Milliseconds from any beginning. */
  now(): number;
  /** Calls back once, not before `delayMs` have passed. Returns a way to call it off. */
  after(delayMs: number, callback: () => void): () => void;
}

/** Calls back after a time of the real world: the alarm of a `QueueClock` in a page. */
export function alarm(delayMs: number, callback: () => void): () => void {
  const timer = setTimeout(callback, delayMs);
  return () => clearTimeout(timer);
}

/** One direction of a line: what goes in comes out when the model says so, in order, and nothing is lost. */
export class DelayQueue {
  readonly #clock: QueueClock;
  readonly #waiting: { at: number; deliver: () => void }[] = [];
  #model: LineModel | undefined;
  #disarm: (() => void) | undefined;

  constructor(clock: QueueClock) {
    this.#clock = clock;
  }

  /** Lets everything pass by the model from now on, or at once without one. What waits comes out now. */
  follow(profile: LineProfile | undefined, roll: () => number): void {
    this.#model = profile === undefined ? undefined : new LineModel(profile, roll, "stream");
    this.flush();
  }

  /**
   * Calls `deliver` when the line would have carried it; before this returns when nothing holds it up. `watch` is told what
   * happens to it on the way, as far as that is known now.
   */
  pass(deliver: () => void, watch?: (trip: Trip) => void): void {
    const now = this.#clock.now();
    // A stream loses nothing, so there always is an arrival.
    const at = this.#model?.arrival(now) ?? now;
    watch?.(
      this.#model === undefined
        ? { sentMs: now, transitMs: 0, losses: 0, recoveryMs: 0, thereMs: now, releasedMs: now }
        : { ...this.#model.newest },
    );
    if (at <= now && this.#waiting.length === 0) {
      deliver();
    } else {
      this.#waiting.push({ at, deliver });
      this.#arm();
    }
  }

  /** Delivers all that waits. */
  flush(): void {
    this.#deliverUntil(Number.POSITIVE_INFINITY);
  }

  /** Forgets all that waits, as a line does that is cut. */
  clear(): void {
    this.#waiting.length = 0;
    this.#disarm?.();
    this.#disarm = undefined;
  }

  #arm(): void {
    const next = this.#waiting[0];
    if (next === undefined || this.#disarm !== undefined) return;
    this.#disarm = this.#clock.after(Math.max(0, next.at - this.#clock.now()), () => {
      this.#disarm = undefined;
      this.#deliverUntil(this.#clock.now());
    });
  }

  #deliverUntil(now: number): void {
    try {
      for (let next = this.#waiting[0]; next !== undefined && next.at <= now; next = this.#waiting[0]) {
        this.#waiting.shift();
        next.deliver();
      }
    } finally {
      // Whoever was called may have failed: the rest is not held up by that.
      this.#disarm?.();
      this.#disarm = undefined;
      this.#arm();
    }
  }
}
