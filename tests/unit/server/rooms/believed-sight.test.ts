import { describe, expect, it } from "vitest";
import { BelievedSight, type Travelled } from "#server/rooms/believed-sight.ts";
import { TICK_MS } from "#shared/tunables.ts";

const PATCH_TICKS = 2;
const PATCH_MS = PATCH_TICKS * TICK_MS;
/** From a state to the arrival of an input that was made after it (ms), on a line that holds nothing up. */
const ROUND_TRIP = 50;
/** Pairs until the line is known. */
const KNOWN = 100;

/** A page whose inputs travel in twos: the second of each is made so long (ms) after a state has come, and the first before it. */
class Page {
  readonly #sight = new BelievedSight(PATCH_TICKS);
  readonly #phase: number;
  #pair = 0;

  constructor(phase: number) {
    this.#phase = phase;
  }

  /** Sends a pair. Returns the ticks that the states are too old that it says it had, and how many of them are believed. */
  send({ older = 0, waitedMs = TICK_MS } = {}): { first: number; second: number } {
    this.#pair += 1;
    const simulation = 1000 + this.#pair * PATCH_MS + ROUND_TRIP + this.#phase;
    const judge = (made: number, number: number, tooOld: number, how: Travelled): number => {
      const had = Math.floor((made - ROUND_TRIP) / PATCH_MS) * PATCH_TICKS;
      const now = { simulation, ahead: 0, together: 2 };
      return had - this.#sight.judge(number, { seen: had - tooOld, shown: 0 }, now, how).seen;
    };
    return {
      first: judge(simulation - TICK_MS, this.#pair * 2 - 1, older, { follows: false, waitedMs }),
      second: judge(simulation, this.#pair * 2, 0, { follows: true }),
    };
  }

  /** Tells the truth for a while, of which everything is believed. */
  known(): this {
    for (let left = KNOWN; left > 0; left--) expect(this.send()).toEqual({ first: 0, second: 0 });
    return this;
  }
}

/** Moments of the second input after a state has come (ms): before 20 the state came between the two. */
const PHASES = [1, 7, 13, 19, 21, 27, 33, 39];

describe.each(PHASES)("a page whose inputs travel in twos, the second %i ms after a state", (phase) => {
  it("is believed as long as it tells the truth", () => {
    new Page(phase).known();
  });

  it("is not believed that the first of two had not seen a state that it had, whatever it says of its wait", () => {
    for (const waitedMs of [-1000, 0, 12, 20, 28, 40, 1000]) {
      expect(new Page(phase).known().send({ older: PATCH_TICKS, waitedMs }).first).toBeLessThanOrEqual(0);
    }
  });

  it("gains nothing by saying always that it waits for less, until it pays", () => {
    const page = new Page(phase);
    for (let left = KNOWN; left > 0; left--) page.send({ waitedMs: 0 });
    expect(page.send({ older: PATCH_TICKS, waitedMs: 1000 }).first).toBeLessThanOrEqual(0);
  });
});
