/** How many of the latest steps are remembered: three minutes. */
const KEPT = 9000;

/** Remembers when steps began and how long they took (ms). */
export class StepClock {
  readonly #now: () => number;
  readonly #intervals = new Float64Array(KEPT);
  readonly #lengths = new Float64Array(KEPT);
  #steps = 0;
  #together = 1;
  #spans = 0;
  #began = Number.NaN;
  #interval = Number.NaN;
  /** Told of each step: ms since the one before it began, not a number for the first, and how many ms it took. */
  onStep: (intervalMs: number, lengthMs: number) => void = () => {};

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** So many steps begin that are made together: what is remembered is the share of one of them. */
  begin(together = 1): void {
    const now = this.#now();
    this.#together = together;
    this.#interval = (now - this.#began) / together;
    if (!Number.isNaN(this.#interval)) this.#intervals[this.#spans++ % KEPT] = this.#interval;
    this.#began = now;
  }

  end(): void {
    const length = (this.#now() - this.#began) / this.#together;
    for (let left = this.#together; left > 0; left--) {
      this.#lengths[this.#steps % KEPT] = length;
      this.#steps += 1;
      this.onStep(this.#interval, length);
    }
  }

  /** Steps go on as if one had begun at `beganMs`. */
  resume(beganMs: number): void {
    this.#began = beganMs;
  }

  /** No step follows the last one for a while: the next is as a first one. */
  rest(): void {
    this.#began = Number.NaN;
  }

  /** Time (ms) since the newest step began, or the first of those made together with it; 0 before the first. */
  get sinceStep(): number {
    return Number.isNaN(this.#began) ? 0 : this.#now() - this.#began;
  }

  /** Percentiles of how long the latest `steps` steps took (ms), or those that there were. */
  latest(steps: number): Percentiles {
    const count = Math.min(steps, this.#steps, KEPT);
    return percentiles(
      Float64Array.from({ length: count }, (_, ago) => this.#lengths[(this.#steps - 1 - ago) % KEPT] ?? 0),
    );
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
