import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { StepWheel } from "#server/rooms/step-wheel.ts";

const STEP_MS = 20;
const SLOT_MS = 4;
/** Seats of a room that takes a slot for itself. */
const HUGE = 128;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Rooms on a wheel that has just begun, and when (ms since then) each of them stepped. */
function rooms(...seats: number[]) {
  const wheel = new StepWheel(STEP_MS);
  const begun = performance.now();
  return seats.map((count) => {
    const times: number[] = [];
    wheel.join(() => times.push(performance.now() - begun), count);
    return { times };
  });
}

describe("a wheel", () => {
  it("steps few rooms one after the other, for one wake-up of the process", () => {
    const [a, b, c] = rooms(16, 16, 16);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(60);
    for (const room of [a, b, c]) expect(room?.times).toEqual([20, 40, 60]);
  });

  it("spreads many over the tick, each room at even moments of its own", () => {
    const all = rooms(HUGE, HUGE, HUGE, HUGE, HUGE, HUGE);
    expect(vi.getTimerCount()).toBe(5);
    vi.advanceTimersByTime(2 * STEP_MS + 1);
    const firsts = all.map(({ times }) => times[0]);
    expect(firsts).toEqual([STEP_MS, SLOT_MS, 2 * SLOT_MS, 3 * SLOT_MS, 4 * SLOT_MS, STEP_MS]);
    for (const { times } of all) expect((times[1] ?? 0) - (times[0] ?? 0)).toBe(STEP_MS);
  });

  it("sleeps when nobody is left, and gives a free slot to whoever comes", () => {
    const wheel = new StepWheel(STEP_MS);
    const times: number[] = [];
    const { leave } = wheel.join(() => {}, HUGE);
    const { leave: other } = wheel.join(() => {}, HUGE);
    leave();
    expect(vi.getTimerCount()).toBe(1);
    // In the middle of a tick: its first step comes when that slot is due, not before.
    vi.advanceTimersByTime(7);
    wheel.join(() => times.push(performance.now()), HUGE).leave();
    other();
    expect(vi.getTimerCount()).toBe(0);
    const at = performance.now();
    const { next } = wheel.join(() => times.push(performance.now() - at), HUGE);
    expect(next - at).toBe(STEP_MS - 7);
    vi.advanceTimersByTime(STEP_MS);
    expect(times).toEqual([STEP_MS - 7]);
  });

  it("lets a room leave in its own step, and the others of its slot go on", () => {
    const wheel = new StepWheel(STEP_MS);
    let steps = 0;
    const { leave } = wheel.join(() => leave(), 16);
    wheel.join(() => steps++, 16);
    vi.advanceTimersByTime(3 * STEP_MS);
    expect(steps).toBe(3);
  });
});
