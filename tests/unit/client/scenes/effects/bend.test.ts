import { describe, expect, it } from "vitest";
import { type BendBand, boundBand } from "#client/scenes/effects/bend-area.ts";

const RING: BendBand = { x: 10, y: 5, aim: 0, half: Math.PI, radius: 3, reach: 1 };

function boxOf(band: BendBand) {
  const box = { left: 0, top: 0, right: 0, bottom: 0 };
  boundBand(band, box);
  return box;
}

describe("the area that a wave bends", () => {
  it("reaches beyond the front of a ring to all sides", () => {
    const { left, top, right, bottom } = boxOf(RING);
    expect([left, top, right, bottom].map((side) => Math.round(side * 1e6) / 1e6)).toEqual([6, 1, 14, 9]);
  });

  it("leaves out what is behind a cone and before its front", () => {
    const { left, top, right, bottom } = boxOf({ ...RING, half: Math.PI / 4 });
    expect(left).toBeCloseTo(10 + 2 * Math.SQRT1_2);
    expect(right).toBeCloseTo(14);
    expect(bottom - 5).toBeCloseTo(4 * Math.SQRT1_2);
    expect(5 - top).toBeCloseTo(4 * Math.SQRT1_2);
  });

  it("holds every point of a cone, whatever its direction", () => {
    for (let aim = -7; aim < 7; aim += 0.37) {
      const band = { ...RING, aim, half: 0.8 };
      const box = boxOf(band);
      for (let off = -0.8; off <= 0.8; off += 0.1) {
        for (const radius of [2, 3, 4]) {
          const x = band.x + Math.cos(aim + off) * radius;
          const y = band.y + Math.sin(aim + off) * radius;
          expect(x > box.left - 1e-9 && x < box.right + 1e-9).toBe(true);
          expect(y > box.top - 1e-9 && y < box.bottom + 1e-9).toBe(true);
        }
      }
    }
  });
});
