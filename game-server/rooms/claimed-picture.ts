import { TICK_MS } from "#shared/tunables.ts";

/** A picture goes on at least this fast: it is played out up to 4 % slower, on a page whose ticks are up to 4 % longer. */
const SLOWEST = 0.9;
/** The longest delay (ms) at which a page draws others behind the newest state. */
const MAX_DELAY_MS = 250;
/** One that is farther behind than its delay hurries, at least this fast. */
const HURRY = 1.4;
/** Farther behind its delay than this (ms) it jumps. */
const BEHIND_MS = 300;
/** An input names the picture of the last frame: on a slow machine that was so long ago (ms). */
const FRAME_MS = 60;

/** What the server knows of a page when an input comes (ms). */
export interface KnownLine {
  /** Time of the simulation of the newest state that the page can have had. */
  readonly seenMs: number;
  /** What its line holds up. */
  readonly heldUpMs: number;
}

/**
 * The moment of others that was on screen when a page made an input. The page says so itself; believed is what a picture
 * can have shown: it goes on with the time of its page, a little slower or much faster, unless it waits at the newest
 * state, and it is no farther behind that than its line is a reason for: the delay that a page would choose for what the
 * server knows the line to hold up. Lines differ by direction; the frame of a slow machine is room for that, too.
 */
export class ClaimedPicture {
  readonly #patchMs: number;
  /** The oldest moment that the picture can show now (ms). */
  #oldest = Number.NEGATIVE_INFINITY;
  #number = 0;

  /** `patchMs`: time from one patch to the next. */
  constructor(patchMs: number) {
    this.#patchMs = patchMs;
  }

  /**
   * The moment that is believed: the claimed one or a later one (both ms of the simulation).
   * @param number counts the inputs of the connection
   */
  judge(number: number, claimed: number, { seenMs, heldUpMs }: KnownLine): number {
    const delay = Math.min(MAX_DELAY_MS, Math.max(2 * this.#patchMs, this.#patchMs + heldUpMs));
    const passed = Math.max(0, number - this.#number) * TICK_MS;
    this.#number = number;
    const behind = seenMs - this.#oldest;
    if (behind > delay + BEHIND_MS + passed) this.#oldest = seenMs - delay - BEHIND_MS;
    else this.#oldest += passed * (behind > delay ? HURRY : SLOWEST);
    this.#oldest = Math.min(this.#oldest, seenMs);
    const shown = Math.max(claimed, this.#oldest - FRAME_MS);
    this.#oldest = Math.max(this.#oldest, Math.min(shown, seenMs));
    return shown;
  }
}
