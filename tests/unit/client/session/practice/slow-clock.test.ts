import { expect, it } from "vitest";
import { SlowClock } from "#client/session/practice/slow-clock.ts";

it("goes on from where it stands when its speed changes", () => {
  const clock = new SlowClock();
  expect(clock.at(1000)).toBe(1000);
  clock.setSpeed(0.25, 1000);
  expect(clock.at(1400)).toBe(1100);
  clock.setSpeed(1, 1400);
  expect(clock.at(1500)).toBe(1200);
});
