import { expect, it } from "vitest";
import { IdleWatch } from "#server/rooms/features/idle-watch.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { TICK_RATE } from "#shared/tunables.ts";

const MINUTE = 60 * TICK_RATE;

/** Lets time pass in a room of two. Returns when it is to close, as of the last tick. */
function pass(watch: IdleWatch, from: number, to: number, inputOf: (tick: number) => PlayerInput): number {
  let closesAt = 0;
  for (let tick = from; tick <= to; tick++) {
    const inputs = new Map([
      ["left open", [neutralInput()]],
      ["another", [inputOf(tick)]],
    ]);
    closesAt = watch.closesAt(tick, inputs);
  }
  return closesAt;
}

it("pages that were left open are warned a minute before their room closes", () => {
  const watch = new IdleWatch(5);
  const open = (): PlayerInput => ({ ...neutralInput(), aim: 3, moveX: 1 });
  expect(pass(watch, 0, 4 * MINUTE - 1, open)).toBe(0);
  expect(pass(watch, 4 * MINUTE, 4 * MINUTE, open)).toBe(5 * MINUTE);
});

it("anything that somebody does keeps the room open", () => {
  const watch = new IdleWatch(5);
  expect(pass(watch, 0, 4.5 * MINUTE, () => neutralInput())).toBe(5 * MINUTE);
  expect(pass(watch, 4.5 * MINUTE + 1, 4.5 * MINUTE + 20, () => ({ ...neutralInput(), aim: 1 }))).toBe(0);
  expect(pass(watch, 4.5 * MINUTE + 21, 8 * MINUTE, () => ({ ...neutralInput(), aim: 1 }))).toBe(0);
});

it("ticks without inputs are not something that somebody does", () => {
  const watch = new IdleWatch(5);
  watch.closesAt(0, new Map([["a", [neutralInput()]]]));
  let closesAt = 0;
  for (let tick = 1; tick <= 4.5 * MINUTE; tick++) {
    closesAt = watch.closesAt(tick, new Map([["a", tick % 20 === 0 ? [] : [neutralInput()]]]));
  }
  expect(closesAt).toBe(5 * MINUTE);
});
