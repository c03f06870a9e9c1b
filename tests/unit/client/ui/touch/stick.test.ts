import { describe, expect, it } from "vitest";
import { DEAD_ZONE, deflection, restWithin } from "#client/ui/touch/stick-math.ts";

const at = (x: number, y: number) => ({ x, y });

describe("the deflection of a touch stick", () => {
  it("is nothing within the dead zone", () => {
    expect(deflection(at(100, 100), at(100 + 50 * DEAD_ZONE, 100), 50)).toEqual({ x: 0, y: 0 });
  });

  it("grows from nothing at the rim of the dead zone", () => {
    const { x } = deflection(at(0, 0), at(50 * DEAD_ZONE + 0.5, 0), 50);
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(0.02);
  });

  it("is at most 1 long, in the direction of the thumb", () => {
    const { x, y } = deflection(at(0, 0), at(300, 400), 50);
    expect(x).toBeCloseTo(0.6);
    expect(y).toBeCloseTo(0.8);
  });
});

describe("where a floating stick comes to lie", () => {
  const zone = { width: 400, height: 300, margin: 56, reach: 87, side: "right" } as const;

  it("is under the thumb", () => {
    expect(restWithin(at(120, 90), zone)).toEqual({ x: 120, y: 90 });
  });

  it("keeps the knob inside at the top and towards the middle of the screen, where the buttons are", () => {
    expect(restWithin(at(3, 4), zone)).toEqual({ x: 87, y: 87 });
    expect(restWithin(at(399, 4), { ...zone, side: "left" })).toEqual({ x: 313, y: 87 });
  });

  it("keeps the stick on the screen on the other sides", () => {
    expect(restWithin(at(399, 299), zone)).toEqual({ x: 344, y: 244 });
    expect(restWithin(at(1, 299), { ...zone, side: "left" })).toEqual({ x: 56, y: 244 });
  });

  it("rather leaves a zone that is too small on the side where there is no button", () => {
    expect(restWithin(at(3, 70), { ...zone, width: 80, height: 80 })).toEqual({ x: 87, y: 87 });
  });
});
