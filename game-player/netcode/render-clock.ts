/** The play-out runs at most this much slower or faster than time itself while it corrects its place. */
const SLOWEST = 0.96;
const FASTEST = 1.02;
/** More than this (ms) behind it has waited for something, and hurries: one may see it, but nothing jumps. */
const LATE_MS = 40;
const HURRY = 1.5;
/** An error (ms) of this size is made up for as fast as may be. */
const FULL_PACE_MS = 100;
/** Behind by more than this (ms) it is no use to run after it; nobody has seen what is in between. */
const BEHIND_MS = 300;
/** Ahead by more than this (ms) the clocks have been mistaken. */
const AHEAD_MS = 2000;

/** Where the play-out should be, and how far it may go (simulation ms). */
export interface PlayOut {
  target: number;
  newest: number;
}

/**
 * The moment of the past that is drawn. It follows where it should be by running a little slower or
 * faster, which nobody sees, instead of jumping, which everybody does. It waits for what has not come: then all that
 * is drawn stands still, and then hurries after.
 */
export class RenderClock {
  #time = Number.NaN;
  /** It waits: what comes next has not come yet. */
  waiting = false;

  /** Simulation time (ms) that is drawn now. */
  get time(): number {
    return this.#time;
  }

  /** Passes `dtMs` of time towards `target`, but not beyond `newest`, of which the last state is (simulation ms). */
  advance(dtMs: number, { target, newest }: PlayOut): number {
    const error = target - (this.#time + dtMs);
    if (Number.isNaN(error) || error > BEHIND_MS || error < -AHEAD_MS) {
      this.#time = target;
    } else {
      const rate = Math.min(FASTEST, Math.max(SLOWEST, 1 + error / FULL_PACE_MS));
      this.#time += dtMs * (error > LATE_MS ? HURRY : rate);
    }
    this.waiting = this.#time > newest;
    if (this.waiting) this.#time = newest;
    return this.#time;
  }
}
