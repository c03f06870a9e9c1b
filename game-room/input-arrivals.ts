import { TICK_MS } from "#shared/tunables.ts";

/** Inputs whose arrival is remembered; more than can wait. */
const KEPT = 64;
/** Largest margin (ms) that is told: it travels as a byte. */
const MAX_MARGIN_MS = 127;
/**
 * An input that is later than this (ms) was not jittered but lost and sent again. To be early enough for that would cost
 * more than it is worth: the body is held for it instead.
 */
const STALL_MS = 3 * TICK_MS;

/** How long the inputs of a player lie on the server before their tick: what their page paces itself by. */
export class InputArrivals {
  readonly #numbers = new Float64Array(KEPT).fill(-1);
  readonly #times = new Float64Array(KEPT);
  #least = Number.POSITIVE_INFINITY;
  #told = 0;
  #quickest: { number: number; time: number } | undefined;
  #quickestAt = Number.POSITIVE_INFINITY;
  /** When the first of the ticks was that have found no input since the last one came. */
  #missedAt: number | undefined;

  /** The input of this number has come. */
  arrived(number: number, nowMs: number): void {
    this.#numbers[number % KEPT] = number;
    this.#times[number % KEPT] = nowMs;
    if (this.#missedAt !== undefined) this.#late(nowMs - this.#missedAt);
    // Inputs leave evenly, so the one that is the earliest for its number was the quickest.
    const lateness = nowMs - number * TICK_MS;
    if (lateness >= this.#quickestAt) return;
    this.#quickestAt = lateness;
    this.#quickest = { number, time: nowMs };
  }

  /** The input that was the quickest on its way since this was last asked, and when it came. */
  takeQuickest(): { number: number; time: number } | undefined {
    const quickest = this.#quickest;
    this.#quickest = undefined;
    this.#quickestAt = Number.POSITIVE_INFINITY;
    return quickest;
  }

  /** It is consumed by a tick. */
  consumed(number: number, nowMs: number): void {
    if (this.#numbers[number % KEPT] !== number) return;
    this.#least = Math.min(this.#least, nowMs - (this.#times[number % KEPT] ?? nowMs));
  }

  /** There was none for a tick. */
  missed(nowMs: number): void {
    this.#missedAt ??= nowMs;
  }

  /** The least time (whole ms) that an input lay here since this was last asked; less than 0 when one came too late. */
  take(): number {
    if (Number.isFinite(this.#least)) this.#told = Math.round(Math.min(MAX_MARGIN_MS, this.#least));
    this.#least = Number.POSITIVE_INFINITY;
    return this.#told;
  }

  #late(ms: number): void {
    this.#missedAt = undefined;
    if (ms <= STALL_MS) this.#least = Math.min(this.#least, -ms);
  }
}
