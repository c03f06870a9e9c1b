import { describe, expect, it } from "vitest";
import { reachesSight } from "#client/scenes/sprites/sight.ts";

describe("what reaches into sight", () => {
  const SIGHT = { x: 10, y: 20, width: 8, height: 4 };

  it.each([
    ["in the middle", 14, 22, true],
    ["beyond the left side, but reaching over it", 9.5, 22, true],
    ["beyond the left side", 8.9, 22, false],
    ["beyond the right side, but reaching over it", 18.5, 22, true],
    ["beyond the right side", 19.1, 22, false],
    ["above, but reaching over the edge", 14, 19.5, true],
    ["above", 14, 18.9, false],
    ["below, but reaching over the edge", 14, 24.5, true],
    ["below", 14, 25.1, false],
  ])("a body of one tile %s", (_where, x, y, seen) => {
    expect(reachesSight(SIGHT, x, y, 1)).toBe(seen);
  });
});
