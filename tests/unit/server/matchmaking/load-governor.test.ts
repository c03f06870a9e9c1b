import { expect, it } from "vitest";
import { LoadGovernor } from "#server/matchmaking/load-governor.ts";

function seconds(governor: LoadGovernor, count: number, lateMs: number): void {
  for (let second = 0; second < count; second++) governor.second(lateMs);
}

it("one stall is not load", () => {
  const governor = new LoadGovernor(15);
  seconds(governor, 2, 500);
  seconds(governor, 1, 1);
  seconds(governor, 2, 500);
  expect(governor).toMatchObject({ busy: false, share: 1 });
});

it("bots go for as long as it lasts, and come back by themselves", () => {
  const governor = new LoadGovernor(15);
  seconds(governor, 3, 40);
  expect(governor.busy).toBe(true);
  expect(governor.share).toBeCloseTo(0.7);
  seconds(governor, 3, 40);
  expect(governor.share).toBeCloseTo(0.7 ** 4);
  seconds(governor, 10, 40);
  expect(governor.share).toBe(0);
  // Calm for five seconds: new rooms again. Ten tenths take ten times as long.
  seconds(governor, 4, 2);
  expect(governor.busy).toBe(true);
  seconds(governor, 1, 2);
  expect(governor.busy).toBe(false);
  seconds(governor, 45, 2);
  expect(governor.share).toBe(1);
});

it("a machine that is nearly late neither loses bots nor gets more", () => {
  const governor = new LoadGovernor(15);
  seconds(governor, 4, 40);
  const { share } = governor;
  seconds(governor, 60, 12);
  expect(governor).toMatchObject({ busy: true, share });
});
