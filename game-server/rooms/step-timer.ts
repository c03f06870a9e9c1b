/** Steps that are made up for at one go after a pause; what is older is given up, or a slow server would never be done. */
const MAX_AT_ONCE = 5;
/** A timer may ring this much (ms) before its time: those of Node count whole ones. */
const EARLY_MS = 1;

/**
 * Calls `step` every `stepMs` (ms), at moments that are settled when it begins. A step that was late does not delay the next
 * ones, and timers with different moments never ring all at once: those of an interval that are late together ring together
 * ever after.
 */
export class StepTimer {
  readonly #step: () => void;
  readonly #stepMs: number;
  readonly #now: () => number;
  #due: number;
  #timer: NodeJS.Timeout;

  /** `first`: the moment (ms, by `now`) of the first step; one step from now when absent. */
  constructor(
    step: () => void,
    stepMs: number,
    now: () => number = () => performance.now(),
    first: number = now() + stepMs,
  ) {
    this.#step = step;
    this.#stepMs = stepMs;
    this.#now = now;
    this.#due = first;
    this.#timer = setTimeout(this.#wake, first - now());
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  readonly #wake = (): void => {
    const now = this.#now();
    // Before the steps: one of them may stop the timer.
    let due = this.#due;
    let steps = 0;
    while (due - now < EARLY_MS) {
      due += this.#stepMs;
      steps += 1;
    }
    this.#due = due;
    this.#timer = setTimeout(this.#wake, due - now);
    for (let left = Math.min(steps, MAX_AT_ONCE); left > 0; left--) this.#step();
  };
}
