/** A clock that may run slower than another one, and goes on from where it stands when its speed changes. */
export class SlowClock {
  #speed = 1;
  /** The moment (ms) of the other clock at which the speed was changed, and what this one said then. */
  #since = 0;
  #base = 0;

  /** What it says (ms) when the other clock says `realMs`, which is not before the last change. */
  at(realMs: number): number {
    return this.#base + (realMs - this.#since) * this.#speed;
  }

  /** From `realMs` of the other clock on it runs at this share of its speed. */
  setSpeed(speed: number, realMs: number): void {
    this.#base = this.at(realMs);
    this.#since = realMs;
    this.#speed = speed;
  }
}
