import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { StepTimer } from "#server/rooms/step-timer.ts";

const STEP_MS = 20;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** When steps were made (ms); `stall` lets time pass in which no timer rings. */
function stepping() {
  let stalled = 0;
  const now = () => performance.now() + stalled;
  const begun = now();
  const times: number[] = [];
  const timer = new StepTimer(() => times.push(now() - begun), STEP_MS, now);
  const stall = (ms: number): void => {
    stalled += ms;
  };
  return { times, timer, stall };
}

describe("a step timer", () => {
  it("rings at even moments", () => {
    const { times } = stepping();
    vi.advanceTimersByTime(100);
    expect(times).toEqual([20, 40, 60, 80, 100]);
  });

  it("keeps to its moments after it was late", () => {
    const { times, stall } = stepping();
    vi.advanceTimersByTime(10);
    stall(17);
    vi.advanceTimersByTime(40);
    // The first was due at 20 and late by 17; those after it are due at 40 and 60 as before.
    expect(times).toEqual([37, 40, 60]);
  });

  it("makes up for a pause at once, but not for a long one", () => {
    const { times, stall } = stepping();
    stall(60);
    vi.advanceTimersByTime(20);
    expect(times).toEqual([80, 80, 80, 80]);
    stall(1000);
    vi.advanceTimersByTime(20);
    expect(times.slice(4)).toEqual([1100, 1100, 1100, 1100, 1100]);
    vi.advanceTimersByTime(20);
    expect(times.slice(9)).toEqual([1120]);
  });

  it("rings no more once it is stopped, in the middle of a step too", () => {
    const { times, timer } = stepping();
    vi.advanceTimersByTime(20);
    timer.stop();
    vi.advanceTimersByTime(100);
    expect(times).toEqual([20]);
    const steps: StepTimer[] = [];
    steps.push(new StepTimer(() => steps[0]?.stop(), STEP_MS));
    vi.advanceTimersByTime(100);
    expect(vi.getTimerCount()).toBe(0);
  });
});
