/** How many of the latest steps are remembered: three minutes. */
const KEPT = 9000;

/** Remembers when steps began and how long they took (ms). */
export class StepClock {
  readonly #now: () => number;
  readonly #intervals = new Float64Array(KEPT);
  readonly #lengths = new Float64Array(KEPT);
  #steps = 0;
  #spans = 0;
  #began = Number.NaN;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  begin(): void {
    const now = this.#now();
    if (!Number.isNaN(this.#began)) this.#intervals[this.#spans++ % KEPT] = now - this.#began;
    this.#began = now;
  }

  end(): void {
    this.#lengths[this.#steps % KEPT] = this.#now() - this.#began;
    this.#steps += 1;
  }

  /** Percentiles 50, 95 and 99 over the latest steps (ms), and how many steps there have been. */
  summary(): { steps: number; interval: Percentiles; length: Percentiles } {
    return {
      steps: this.#steps,
      interval: percentiles(this.#intervals.subarray(0, Math.min(this.#spans, KEPT))),
      length: percentiles(this.#lengths.subarray(0, Math.min(this.#steps, KEPT))),
    };
  }
}

export interface Percentiles {
  p50: number;
  p95: number;
  p99: number;
}

function percentiles(values: Float64Array): Percentiles {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
