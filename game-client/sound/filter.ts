import type { Filter } from "./recipe.ts";

/** Highest corner as a share of the sample rate; above it the filter would be unstable. */
const HIGHEST = 0.45;

/**
 * A state-variable filter whose corner may move at any time without clicking: the trapezoidal form of
 * A. Simper, "Linear Trapezoidal Integrated SVF" (2013).
 */
export class StateVariableFilter {
  readonly #sampleRate: number;
  readonly #kind: Filter["kind"];
  readonly #damping: number;
  #a1 = 0;
  #a2 = 0;
  #a3 = 0;
  #s1 = 0;
  #s2 = 0;

  constructor(kind: Filter["kind"], q: number, sampleRate: number) {
    this.#kind = kind;
    this.#damping = 1 / q;
    this.#sampleRate = sampleRate;
  }

  /** Moves the corner (Hz). */
  tune(hz: number): void {
    const g = Math.tan(Math.PI * Math.min(HIGHEST, hz / this.#sampleRate));
    this.#a1 = 1 / (1 + g * (g + this.#damping));
    this.#a2 = g * this.#a1;
    this.#a3 = g * this.#a2;
  }

  process(input: number): number {
    const v3 = input - this.#s2;
    const band = this.#a1 * this.#s1 + this.#a2 * v3;
    const low = this.#s2 + this.#a2 * this.#s1 + this.#a3 * v3;
    this.#s1 = 2 * band - this.#s1;
    this.#s2 = 2 * low - this.#s2;
    if (this.#kind === "low") return low;
    // A band is as loud at its middle whatever its resonance.
    return this.#kind === "band" ? band * this.#damping : input - this.#damping * band - low;
  }
}
