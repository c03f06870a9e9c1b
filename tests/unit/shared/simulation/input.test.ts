import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { neutralInput, sanitizeInput } from "#shared/simulation/input.ts";

describe("an input", () => {
  it("is no faster on a diagonal and no number at all is zero", () => {
    const input = sanitizeInput({ ...neutralInput(), moveX: 1, moveY: -1 });
    expect(Math.hypot(input.moveX, input.moveY)).toBeCloseTo(1, 2);
    expect(sanitizeInput({ ...neutralInput(), moveX: Number.NaN }).moveX).toBe(0);
    expect(sanitizeInput({ ...neutralInput(), moveX: Number.POSITIVE_INFINITY }).moveX).toBe(1);
  });

  it("that is clean stays as it is", () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), fc.double(), (moveX, moveY, aim) => {
        const once = sanitizeInput({ ...neutralInput(), moveX, moveY, aim });
        expect(sanitizeInput({ ...once })).toEqual(once);
      }),
      { numRuns: 1000 },
    );
  });
});
