import type { Settings } from "../session/settings.ts";

export type Quality = Settings["effects"];

/** From the richest picture to the plainest. */
const LEVELS: readonly Quality[] = ["full", "medium", "low"];
/** Frames are judged by the median over this time (ms). */
const WINDOW = 2000;
/** Slower frames than this (ms) take a level away; only faster ones than that can bring it back. */
const SLOW = 36;
const FAST = 22;
/** A longer pause (ms) was no frame: the tab was hidden, or the machine slept. */
const PAUSE = 1000;
/** Windows that have to be fast before a level comes back; the count doubles each time it did not last. */
const PATIENCE = { least: 4, most: 128 } as const;

/**
 * Steps the effects down where frames take too long, and back up once there is plenty of time: never above what
 * is wanted, and the later the more often that turned out to be too much.
 */
export class QualityGovernor {
  readonly #frames: number[] = [];
  #taken = 0;
  #last: number | undefined;
  #started = 0;
  #fastWindows = 0;
  #patience: number = PATIENCE.least;
  /** Whether the last change was one for the better. */
  #raised = false;

  /** The level to draw at, for the level that the settings allow. */
  allow(wanted: Quality): Quality {
    return LEVELS[Math.max(LEVELS.indexOf(wanted), this.#taken)] ?? wanted;
  }

  /** Takes note of a frame at `nowMs` (any clock that runs evenly) and returns the level to draw it at. */
  frame(nowMs: number, wanted: Quality): Quality {
    const took = this.#last === undefined ? Number.POSITIVE_INFINITY : nowMs - this.#last;
    this.#last = nowMs;
    if (took > PAUSE) this.#start(nowMs);
    else {
      this.#frames.push(took);
      if (nowMs - this.#started >= WINDOW) {
        this.#judge(median(this.#frames), LEVELS.indexOf(wanted));
        this.#start(nowMs);
      }
    }
    return this.allow(wanted);
  }

  #start(nowMs: number): void {
    this.#frames.length = 0;
    this.#started = nowMs;
  }

  #judge(frameMs: number, wanted: number): void {
    const drawn = Math.max(wanted, this.#taken);
    if (frameMs > SLOW) this.#lower(drawn);
    else if (drawn > wanted) this.#raise(frameMs);
  }

  #lower(drawn: number): void {
    this.#fastWindows = 0;
    if (drawn === LEVELS.length - 1) return;
    this.#taken = drawn + 1;
    if (this.#raised) this.#patience = Math.min(PATIENCE.most, this.#patience * 2);
    this.#raised = false;
  }

  #raise(frameMs: number): void {
    this.#fastWindows = frameMs < FAST ? this.#fastWindows + 1 : 0;
    if (this.#fastWindows < this.#patience) return;
    this.#fastWindows = 0;
    this.#taken--;
    this.#raised = true;
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
