import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Metronome } from "#client/practice/metronome.ts";
import { TICK_RATE } from "#shared/tunables.ts";

let steps = 0;
let metronome: Metronome | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  steps = 0;
  metronome = new Metronome(
    () => {
      steps += 1;
    },
    () => Date.now(),
  );
});
afterEach(() => {
  metronome?.stop();
  vi.useRealTimers();
});

it("steps fifty times a second, and slower when it is told to", () => {
  vi.advanceTimersByTime(1000);
  expect(steps).toBe(TICK_RATE);
  metronome?.setSpeed(0.25);
  vi.advanceTimersByTime(4000);
  expect(steps).toBe(2 * TICK_RATE);
});

it("gives up steps that are long past", () => {
  vi.setSystemTime(Date.now() + 10_000);
  vi.advanceTimersByTime(20);
  expect(steps).toBeLessThan(10);
});
