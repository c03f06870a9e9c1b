/** Most steps that one frame makes up for; after a longer gap the rest is dropped. */
const MAX_STEPS = 5;

/** Turns frames of any length into steps of a fixed length. */
export class Pacer {
  readonly #stepMs: number;
  #left = 0;

  constructor(stepMs: number) {
    this.#stepMs = stepMs;
  }

  /** Passes `dtMs` of time. Returns how many steps are due. */
  advance(dtMs: number): number {
    this.#left += dtMs;
    const due = Math.floor(this.#left / this.#stepMs);
    this.#left -= due * this.#stepMs;
    return Math.min(due, MAX_STEPS);
  }

  /** Passes `dtMs` of time in which no step may be made: it comes to a halt where the next one is due. */
  halt(dtMs: number): void {
    this.#left = Math.min(this.#stepMs, this.#left + dtMs);
  }

  /** How far into the next step the present moment is, 0..1. */
  get share(): number {
    return this.#left / this.#stepMs;
  }
}
