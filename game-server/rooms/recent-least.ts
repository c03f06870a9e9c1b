/** The least value of the newest time: of two halves, of which the older one is let go when the newer one is over. */
export class RecentLeast {
  readonly #halfMs: number;
  #began = Number.NEGATIVE_INFINITY;
  #newer = Number.POSITIVE_INFINITY;
  #older = Number.POSITIVE_INFINITY;

  /** Values are remembered for `halfMs` to twice as long. */
  constructor(halfMs: number) {
    this.#halfMs = halfMs;
  }

  push(value: number, nowMs: number): void {
    if (nowMs - this.#began >= this.#halfMs) {
      this.#older = nowMs - this.#began < 2 * this.#halfMs ? this.#newer : Number.POSITIVE_INFINITY;
      this.#newer = Number.POSITIVE_INFINITY;
      this.#began = nowMs;
    }
    this.#newer = Math.min(this.#newer, value);
  }

  /** Infinite before the first value. */
  get value(): number {
    return Math.min(this.#newer, this.#older);
  }
}
