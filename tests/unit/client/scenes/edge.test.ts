import { describe, expect, it } from "vitest";
import { roomOf } from "#client/scenes/edge-room.ts";
import { type Box, isInSight, partInside, type Vector } from "#client/scenes/maths/edge.ts";

const HALF = { x: 10, y: 6 };
const FRAME = { left: -9, right: 9, top: -4, bottom: 5 };
/** The lower right corner, and a button on its left. */
const CORNER = { left: 6, right: 10, top: 3, bottom: 6 };
const BUTTON = { left: 2, right: 3, top: 4, bottom: 6 };

function edgePoint({ x, y }: Vector, frame: Box, taken: readonly Box[]): Vector {
  const part = partInside(x, y, frame, taken);
  return { x: x * part, y: y * part };
}

describe("what is in sight", () => {
  it.each([
    [0, 0, true],
    [10.3, 0, true],
    [10.6, 0, false],
    [-10.6, 0, false],
    [0, 6.3, true],
    [0, -6.6, false],
    [12, 12, false],
  ])("at %d, %d: %s", (x, y, seen) => {
    expect(isInSight(x, y, HALF, 0.5)).toBe(seen);
  });
});

describe("where an arrow lies", () => {
  it.each([
    ["east", { x: 30, y: 0 }, { x: 9, y: 0 }],
    ["west", { x: -30, y: 0 }, { x: -9, y: 0 }],
    ["north", { x: 0, y: -40 }, { x: 0, y: -4 }],
    ["south", { x: 0, y: 40 }, { x: 0, y: 5 }],
    ["north-west, by the edge that is met first", { x: -16, y: -8 }, { x: -8, y: -4 }],
    ["south-west, where no corner is taken", { x: -18, y: 10 }, { x: -9, y: 5 }],
    ["south-east, short of the corner's upper side", { x: 24, y: 9 }, { x: 8, y: 3 }],
    ["south-east, short of the corner's left side", { x: 12, y: 9 }, { x: 6, y: 4.5 }],
    ["south, short of the button", { x: 5, y: 10 }, { x: 2, y: 4 }],
    ["south-east, past the button", { x: 16, y: 16 }, { x: 5, y: 5 }],
    ["no farther than the place itself", { x: 3, y: 4.5 }, { x: 3, y: 4.5 }],
  ])("%s", (_where, place, edge) => {
    const { x, y } = edgePoint(place, FRAME, [CORNER, BUTTON]);
    expect(x).toBeCloseTo(edge.x);
    expect(y).toBeCloseTo(edge.y);
  });

  it("is free of corners and edges whatever the direction", () => {
    for (let step = 0; step < 360; step++) {
      const angle = (step * Math.PI) / 180;
      const place = { x: Math.cos(angle) * 50, y: Math.sin(angle) * 50 };
      const { x, y } = edgePoint(place, FRAME, [CORNER, BUTTON]);
      expect(Math.abs(x)).toBeLessThanOrEqual(9.001);
      expect(y).toBeGreaterThanOrEqual(-4.001);
      expect(y).toBeLessThanOrEqual(5.001);
      expect(x > 6.001 && y > 3.001).toBe(false);
      expect(x > 2.001 && x < 2.999 && y > 4.001).toBe(false);
      expect(Math.atan2(y, x)).toBeCloseTo(Math.atan2(place.y, place.x));
    }
  });

  it("is not under one's own panel, nor behind its face", () => {
    const half = { x: 640, y: 360 };
    const { frame, taken } = roomOf(half, false, false);
    for (let step = 0; step < 360; step++) {
      const angle = (step * Math.PI) / 180;
      const { x, y } = edgePoint({ x: Math.cos(angle) * 2000, y: Math.sin(angle) * 2000 }, frame, taken);
      // The face begins 155 px above the lower side; a sign is 17 px high to either side.
      expect(Math.abs(x) < 119 && y + half.y > 720 - 155 - 17, `${step}°`).toBe(false);
    }
  });

  it.each([
    ["telephone in landscape", 844, 390, { x: 556, y: 221 }],
    ["small telephone in landscape", 568, 320, { x: 380, y: 151 }],
    ["tablet", 1280, 720, { x: 992, y: 552 }],
    ["telephone upright", 390, 844, { x: 340, y: 544 }],
  ])("is not under the thumbs' buttons of a %s", (_how, width, height, brace) => {
    const half = { x: width / 2, y: height / 2 };
    const { frame, taken } = roomOf(half, false, true);
    for (let step = 0; step < 360; step++) {
      const angle = (step * Math.PI) / 180;
      const { x, y } = edgePoint({ x: Math.cos(angle) * 2000, y: Math.sin(angle) * 2000 }, frame, taken);
      expect(Math.hypot(x + half.x - brace.x, y + half.y - brace.y)).toBeGreaterThan(34);
    }
  });
});
