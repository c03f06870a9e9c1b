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
    const axis = fc.oneof(fc.double(), fc.double({ min: -1, max: 1, noNaN: true }));
    fc.assert(
      fc.property(axis, axis, fc.double(), (moveX, moveY, aim) => {
        const once = sanitizeInput({ ...neutralInput(), moveX, moveY, aim });
        expect(sanitizeInput({ ...once })).toEqual(once);
      }),
      // Not too long before it is rounded, and too long after.
      { numRuns: 1000, examples: [[0.9960629921259841, -0.1062992125984253, 0]] },
    );
  });

  it("that a stick can give on its rim stays as it is", () => {
    for (let i = 0; i < 100_000; i++) {
      const angle = (i / 100_000) * Math.PI * 2;
      for (const length of [0.998, 1, 1.003, 1.006]) {
        const [moveX, moveY] = [Math.cos(angle) * length, Math.sin(angle) * length];
        const once = sanitizeInput({ ...neutralInput(), moveX, moveY });
        const twice = sanitizeInput({ ...once });
        if (twice.moveX !== once.moveX || twice.moveY !== once.moveY) expect(twice).toEqual(once);
      }
    }
  });
});
