import { describe, expect, it } from "vitest";
import { estimate, wilson } from "#lab/statistics.ts";

describe("the statistics", () => {
  it("knows the interval of a mean", () => {
    const { mean, margin } = estimate([1, 2, 3, 4]);
    expect(mean).toBe(2.5);
    // 1.96 * sqrt(5/3) / 2
    expect(margin).toBeCloseTo(1.265, 3);
  });

  it("knows Wilson's interval of a share", () => {
    // 8 of 10: 49 % to 94 %, as in the tables of Newcombe (Statistics in Medicine 17, 1998).
    const { low, high } = wilson(8, 10);
    expect(low).toBeCloseTo(0.49, 2);
    expect(high).toBeCloseTo(0.943, 2);
  });
});
