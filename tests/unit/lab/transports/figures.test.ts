import { describe, expect, it } from "vitest";
import { agesOf, quantile, skippedOf } from "#lab/transports/figures.ts";

describe("the age of the newest state", () => {
  it("grows with time and falls when a newer state comes, to the time that this one was under way", () => {
    // States are made at 100 and 140 ms and come 30 ms later.
    const stateTimes = [0, 100, 140];
    const arrivals: [number, number][] = [
      [1, 130],
      [2, 170],
    ];
    expect(agesOf({ arrivals }, stateTimes, 130, 190)).toEqual([
      30, 35, 40, 45, 50, 55, 60, 65, 30, 35, 40, 45,
    ]);
  });

  it("counts from the state that was there before the window", () => {
    expect(agesOf({ arrivals: [[1, 110]] }, [0, 100], 200, 210)).toEqual([100, 105]);
  });

  it("is not known before the first state", () => {
    expect(agesOf({ arrivals: [] }, [0, 100], 0, 50)).toEqual([]);
  });
});

describe("skipped states", () => {
  const seen = (...numbers: number[]) => ({
    arrivals: numbers.map((number): [number, number] => [number, 0]),
  });

  it("are those that somebody else has seen", () => {
    expect(skippedOf([seen(2, 4, 6, 8), seen(2, 8)])).toBe(2 / 8);
  });

  it("are none where the server itself left steps out", () => {
    expect(skippedOf([seen(2, 8), seen(2, 8)])).toBe(0);
  });
});

describe("a quantile", () => {
  it("lies between the samples around it", () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3, 4, 5], 1)).toBe(5);
  });

  it("is not a number without samples", () => {
    expect(quantile([], 0.5)).toBeNaN();
  });
});
