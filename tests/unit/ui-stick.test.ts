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
  it("is under the thumb", () => {
    expect(restWithin(at(120, 90), 400, 300, 56)).toEqual({ x: 120, y: 90 });
  });

  it("is wholly within its zone", () => {
    expect(restWithin(at(3, 299), 400, 300, 56)).toEqual({ x: 56, y: 244 });
  });

  it("is the middle of a zone that is too small", () => {
    expect(restWithin(at(3, 70), 80, 80, 56)).toEqual({ x: 40, y: 40 });
  });
});
