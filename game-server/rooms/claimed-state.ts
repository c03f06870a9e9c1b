import { TICK_MS } from "#shared/tunables.ts";
import { RecentLeast } from "./recent-least.ts";

/** Time (ms) for which the quickest way is remembered: long enough to meet a quick one on a rough line. */
const QUICK_MS = 2000;
/** Time (ms) for which the worst stall is remembered: bursts of loss are seconds apart. */
const STALLS_MS = 5000;
/** An input may come this much (ms) later after the one before than it says without being late: pages pace theirs by 4 %. */
const PACE_MS = TICK_MS / 5;
/** Weight of the newest deviation in the jitter (RFC 3550, 6.4.1), and how many jitters are nearly all of it. */
const JITTER_WEIGHT = 1 / 16;
const JITTERS = 4;
/** An input that is later than this (ms) was lost and sent again, or its line stood still: that is no jitter. */
const STALL_MS = 3 * TICK_MS;
/** Rounding and the grain of timers (ms). */
const GRAIN_MS = 8;

/**
 * The newest state that a page had when it made an input. The page says so itself; believed is what its line can have
 * done, by what the server knows without asking:
 *
 * - what a page had for one input it has for all later ones;
 * - the round trip: the least time of late from a state to an input that was made after it. From the arrival of a patch to
 *   its last input it is the time between two patches, less the tick in which the first one was made;
 * - how late inputs are by their numbers, and how much that changes. A line is believed to hold up states on the way down
 *   as it holds up inputs on the way up, where the server sees it.
 *
 * Somebody who backdates one input is believed no more than this. Somebody who backdates all of them pretends to be on a
 * longer line, and is treated as everybody on such a line.
 */
export class ClaimedState {
  readonly #patchTicks: number;
  readonly #quickest = new RecentLeast(QUICK_MS);
  /** The worst stall, less than 0. */
  readonly #stalls = new RecentLeast(STALLS_MS);
  #last: { number: number; at: number } | undefined;
  #late = 0;
  #jitter = 0;
  #seen = 0;

  /** `patchTicks`: ticks from one patch to the next. */
  constructor(patchTicks: number) {
    this.#patchTicks = patchTicks;
  }

  /** A message has come at `nowMs` of the simulation, whose first input has this number. */
  arrived(number: number, nowMs: number): void {
    const last = this.#last;
    this.#last = { number, at: nowMs };
    if (last === undefined) return;
    const ticks = number - last.number;
    const later = nowMs - last.at - ticks * TICK_MS;
    this.#late = Math.max(0, this.#late + later - ticks * PACE_MS);
    this.#stalls.push(this.#late > STALL_MS ? -this.#late : 0, nowMs);
    if (Math.abs(later) <= STALL_MS) this.#jitter += (Math.abs(later) - this.#jitter) * JITTER_WEIGHT;
  }

  /**
   * The tick of the state that is believed: the claimed one or a later one. Tick 0, before there is a state, stays.
   * @param claimed tick of the state that the page says it had
   * @param nowMs time of the simulation at which the input has come, or would have if it had left when it was made
   * @param grainMs how well that is known (ms)
   */
  judge(claimed: number, nowMs: number, grainMs = GRAIN_MS): number {
    if (claimed === 0) return 0;
    const newest = this.#patchBy(Math.floor, nowMs);
    this.#quickest.push(nowMs - Math.min(claimed, newest) * TICK_MS, nowMs);
    const oldest = this.#patchBy(Math.ceil, nowMs - this.#mostLag - grainMs);
    this.#seen = Math.max(this.#seen, Math.min(newest, Math.max(claimed, oldest)));
    return this.#seen;
  }

  /** What the line is known to hold up (ms): nearly all of its jitter, or its worst stall of late. */
  get heldUpMs(): number {
    return Math.max(JITTERS * this.#jitter, -this.#stalls.value);
  }

  /** The longest (ms) that a state can have come before an input that comes now, but for the grain. */
  get #mostLag(): number {
    const untilLast = (this.#patchTicks - 1) * TICK_MS;
    return this.#quickest.value + untilLast + this.#late + this.heldUpMs;
  }

  #patchBy(round: (patches: number) => number, ms: number): number {
    return round(ms / TICK_MS / this.#patchTicks) * this.#patchTicks;
  }
}
