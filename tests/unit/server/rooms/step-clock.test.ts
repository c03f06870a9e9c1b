import { describe, expect, it } from "vitest";
import { StepClock } from "#server/rooms/step-clock.ts";

/** A clock of steps that took so long (ms), one every 20 ms. */
function stepsOf(...lengths: number[]): StepClock {
  let now = 0;
  const clock = new StepClock(() => now);
  for (const length of lengths) {
    clock.begin();
    now += length;
    clock.end();
    now += 20 - length;
  }
  return clock;
}

describe("the latest steps", () => {
  it("are none before the first one", () => {
    expect(stepsOf().latest(50)).toEqual({ p50: 0, p95: 0, p99: 0 });
  });

  it("are those that there were, as long as they are few", () => {
    expect(stepsOf(1, 3, 2).latest(50).p50).toBe(2);
  });

  it("leave out what is longer ago", () => {
    const clock = stepsOf(...Array<number>(100).fill(15), ...Array<number>(50).fill(1));
    expect(clock.latest(50).p99).toBe(1);
    expect(clock.latest(60).p99).toBe(15);
  });

  it("are counted over the end of what is remembered", () => {
    const clock = stepsOf(...Array<number>(8990).fill(9), ...Array<number>(40).fill(2));
    expect(clock.latest(40)).toEqual({ p50: 2, p95: 2, p99: 2 });
    expect(clock.latest(80).p99).toBe(9);
  });
});

describe("steps that are made together", () => {
  it("count each for its share", () => {
    let now = 0;
    const clock = new StepClock(() => now);
    const told: [number, number][] = [];
    clock.onStep = (interval, length) => told.push([interval, length]);
    for (let turn = 0; turn < 2; turn++) {
      clock.begin(2);
      now += 6;
      clock.end();
      now += 34;
    }
    expect(told.slice(2)).toEqual([
      [20, 3],
      [20, 3],
    ]);
    expect(clock.summary().steps).toBe(4);
  });
});
