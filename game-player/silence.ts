import type { SearchClock } from "./seat-search.ts";

/** What a silence is measured by. */
type SilenceClock = Pick<SearchClock, "after">;

/** Time (ms) between two looks whether something has come. */
const BEAT_MS = 250;
/**
 * Looks in a row at which nothing had come, after which a room is silent, and after which it still is. A room says something five
 * times a second at least, so that no usual line is silent for a second: one that loses 5 of 100 packets, never.
 */
const SILENT_BEATS = 4;
const STILL_SILENT_BEATS = 8;

/**
 * Notices that nothing comes any more, after a second or a little more, and again every two seconds. What is counted are looks, not
 * time: a page that stood still, or whose timers are slow because nobody looks at it, has not read yet what has come.
 */
export class Silence {
  readonly #clock: SilenceClock;
  readonly #noticed: () => void;
  #hasHeard = true;
  #quiet = 0;
  #stop: () => void;

  /** Listens from now on. `noticed` is called with each silence. */
  constructor(clock: SilenceClock, noticed: () => void) {
    this.#clock = clock;
    this.#noticed = noticed;
    this.#stop = clock.after(BEAT_MS, () => this.#look());
  }

  /** Something has come. */
  heard(): void {
    this.#hasHeard = true;
  }

  /** Listens no more. */
  stop(): void {
    this.#stop();
    this.#stop = () => {};
  }

  #look(): void {
    this.#stop = this.#clock.after(BEAT_MS, () => this.#look());
    this.#quiet = this.#hasHeard ? 0 : this.#quiet + 1;
    this.#hasHeard = false;
    if (this.#quiet >= SILENT_BEATS && (this.#quiet - SILENT_BEATS) % STILL_SILENT_BEATS === 0)
      this.#noticed();
  }
}
