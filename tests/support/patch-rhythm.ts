import type { RoomSession } from "#player/room-session.ts";
import { TICK_MS } from "#shared/tunables.ts";

/** When the patches of a session came, by the ticks of its match and by the clock. */
export class PatchRhythm {
  /** Ticks of the states that came, oldest first. */
  readonly #ticks: number[] = [];
  #lastAt = Number.NaN;
  #longestMs = 0;
  #longestTicks = 0;

  constructor({ room }: Pick<RoomSession, "room">) {
    room.onStateChange(({ tick }) => {
      const now = performance.now();
      const before = this.#ticks.at(-1);
      if (before !== undefined) {
        this.#longestMs = Math.max(this.#longestMs, now - this.#lastAt);
        this.#longestTicks = Math.max(this.#longestTicks, tick - before);
      }
      this.#lastAt = now;
      this.#ticks.push(tick);
    });
  }

  /** Patches of a second of the match, over all that came; 0 until there are two. */
  get perSecond(): number {
    const count = this.#ticks.length - 1;
    return count < 1 ? 0 : rate(this.#ticks, count, count);
  }

  /** The most patches of a second of the match that came so far, over so many in a row; 0 until there are so many. */
  best(count: number): number {
    let best = 0;
    for (let end = count; end < this.#ticks.length; end++)
      best = Math.max(best, rate(this.#ticks, end, count));
    return best;
  }

  /** The longest time (ms) between two patches, by the clock, and how much of the match (ms) passed between two of them. */
  get longestGap(): { readonly ms: number; readonly ofMatch: number } {
    return { ms: Math.round(this.#longestMs), ofMatch: this.#longestTicks * TICK_MS };
  }
}

/** Patches of a second of the match, over `count` patches until the one at `end`. */
function rate(ticks: readonly number[], end: number, count: number): number {
  const [from = 0, to = 0] = [ticks[end - count], ticks[end]];
  return to > from ? (count * 1000) / ((to - from) * TICK_MS) : 0;
}
