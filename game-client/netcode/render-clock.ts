/** The play-out runs at most this much slower or faster than time itself while it corrects its place. */
const SLOWEST = 0.96;
const FASTEST = 1.02;
/** Beyond this distance (ms) it is no use to run after it. */
const SNAP_MS = 100;

/**
 * The moment of the past that is drawn. It follows where it should be by running a little slower or
 * faster, which nobody sees, instead of jumping, which everybody does.
 */
export class RenderClock {
  #time = Number.NaN;

  /** Server time (ms) that is drawn now. */
  get time(): number {
    return this.#time;
  }

  /** Passes `dtMs` of time towards `target` (server ms). */
  advance(dtMs: number, target: number): number {
    const error = target - (this.#time + dtMs);
    if (Number.isNaN(error) || Math.abs(error) > SNAP_MS) {
      this.#time = target;
    } else {
      const rate = Math.min(FASTEST, Math.max(SLOWEST, 1 + error / SNAP_MS));
      this.#time += dtMs * rate;
    }
    return this.#time;
  }
}
