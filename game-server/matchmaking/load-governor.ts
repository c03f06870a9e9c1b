/** Late seconds in a row after which the machine is taken to be busy: one stall is not load. */
const LATE_SECONDS = 3;
/** Seconds in time in a row after which it is no longer, and after each of which more bots may come. */
const CALM_SECONDS = 5;
/** In time is what is this share of the lateness that counts as late: what swings around the limit is neither. */
const CALM = 0.5;
/** Share of the bots that stay after each late second. */
const SHED = 0.7;
/** Share of all bots that may come back at a time. */
const REGAIN = 0.1;

/**
 * Follows what the machine can do: told once a second how late the process is, it says whether there is room for more, and
 * which share of the bots may stay. Bots go quickly and come back slowly, as a TCP sender does with its window.
 */
export class LoadGovernor {
  readonly #maxLateMs: number;
  #late = 0;
  #calm = 0;
  #busy = false;
  #share = 1;

  /** `maxLateMs`: later than this (ms) is too late. */
  constructor(maxLateMs: number) {
    this.#maxLateMs = maxLateMs;
  }

  /** Whether nothing new may be begun. */
  get busy(): boolean {
    return this.#busy;
  }

  /** Share of their bots that rooms may have, 0 to 1. */
  get share(): number {
    return this.#share;
  }

  /** Takes in how late (ms) most of what was due in the last second was. */
  second(lateMs: number): void {
    this.#late = lateMs > this.#maxLateMs ? this.#late + 1 : 0;
    this.#calm = lateMs <= this.#maxLateMs * CALM ? this.#calm + 1 : 0;
    if (this.#late >= LATE_SECONDS) {
      this.#busy = true;
      this.#share = this.#share < 0.05 ? 0 : this.#share * SHED;
    }
    if (this.#calm < CALM_SECONDS) return;
    this.#calm = 0;
    this.#busy = false;
    const more = this.#share + REGAIN;
    // Ten tenths are not quite one.
    this.#share = more > 0.99 ? 1 : more;
  }
}
