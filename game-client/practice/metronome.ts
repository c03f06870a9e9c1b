import { TICK_MS, TICK_RATE } from "#shared/tunables.ts";

/** Steps that are made up for at one go; what is older is given up. */
const MOST_AT_ONCE = 5;
/** How often it is looked whether a step is due (ms): a timer of a browser is late by as much. */
const LOOK_EVERY_MS = 4;

/** Calls a step fifty times a second, or slower. */
export class Metronome {
  readonly #step: () => void;
  readonly #now: () => number;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #lengths: number[] = [];
  #stepMs = TICK_MS;
  #stepped: number;

  constructor(step: () => void, now: () => number = () => performance.now()) {
    this.#step = step;
    this.#now = now;
    this.#stepped = now();
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  /** Share of a step that has passed since the newest one, 0..1. */
  get sinceStep(): number {
    return Math.min(1, Math.max(0, (this.#now() - this.#stepped) / this.#stepMs));
  }

  /** How long the steps of the last second took (ms), the 95th percentile. */
  get stepP95(): number {
    const sorted = [...this.#lengths].sort((a, b) => a - b);
    return sorted[Math.floor((sorted.length - 1) * 0.95)] ?? 0;
  }

  /** Steps come at this share of their ordinary speed; the one that is due comes in time for that. */
  setSpeed(speed: number): void {
    const passed = this.sinceStep;
    this.#stepMs = TICK_MS / speed;
    this.#stepped = this.#now() - passed * this.#stepMs;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const due = Math.floor((this.#now() - this.#stepped) / this.#stepMs);
    if (due <= 0) return;
    this.#stepped += (due - Math.min(due, MOST_AT_ONCE)) * this.#stepMs;
    for (let left = Math.min(due, MOST_AT_ONCE); left > 0; left--) {
      this.#stepped += this.#stepMs;
      const began = this.#now();
      this.#step();
      this.#lengths.push(this.#now() - began);
      if (this.#lengths.length > TICK_RATE) this.#lengths.shift();
    }
  }
}
