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

  /** Patches of a second of the match, over the last `count` of them, or over all; 0 until there are so many. */
  perSecond(count = this.#ticks.length - 1): number {
    const last = this.#ticks.at(-1);
    const first = this.#ticks.at(-1 - count);
    if (last === undefined || first === undefined || last === first) return 0;
    return (count * 1000) / ((last - first) * TICK_MS);
  }

  /** The longest time (ms) between two patches, by the clock, and how much of the match (ms) passed between two of them. */
  get longestGap(): { readonly ms: number; readonly ofMatch: number } {
    return { ms: Math.round(this.#longestMs), ofMatch: this.#longestTicks * TICK_MS };
  }
}
