import { describe, expect, it } from "vitest";
import { EdgeChoice } from "#client/scenes/edge-choice.ts";

/** Those of so many who get an arrow: each is given by a name, a direction (degrees) and a distance (tiles). */
function chosen(
  ...beyond: readonly (readonly [who: string, degrees: number, distance: number, mate?: boolean])[]
) {
  const choice = new EdgeChoice<string>();
  // What a frame before had noted is forgotten.
  choice.note("before", 1, 1, false);
  choice.clear();
  for (const [who, degrees, distance, mate = false] of beyond) {
    const angle = (degrees * Math.PI) / 180;
    choice.note(who, Math.cos(angle) * distance, Math.sin(angle) * distance, mate);
  }
  return choice.choose().map(({ who }) => who);
}

/** So many all around, nobody nearer than the one before. */
function around(count: number): (readonly [string, number, number])[] {
  return Array.from({ length: count }, (_, i) => [`${i}`, (i * 360) / count, 10 + i] as const);
}

describe("arrows at the edge", () => {
  it("point to the nearest, nearest first", () => {
    expect(chosen(["far", 0, 30], ["near", 90, 12], ["middle", 180, 20])).toEqual(["near", "middle", "far"]);
    expect(chosen()).toEqual([]);
  });

  it("are six at most, and fewer where many are out of sight", () => {
    expect(chosen(...around(6))).toHaveLength(6);
    expect(chosen(...around(8))).toEqual(["0", "1", "2", "3", "4", "5"]);
    expect(chosen(...around(15))).toHaveLength(4);
  });

  it("are farther from each other where many are out of sight, so that they do not all point to one side", () => {
    const crowd = Array.from({ length: 12 }, (_, i) => [`east ${i}`, i * 16 - 88, 10 + i] as const);
    expect(chosen(...crowd, ["west", 180, 40])).toEqual(["east 0", "east 3", "east 6", "east 9"]);
    const near = Array.from({ length: 12 }, (_, i) => [`east ${i}`, i * 4, 10 + i] as const);
    expect(chosen(...near, ["west", 180, 40])).toEqual(["east 0", "east 9", "west"]);
  });

  it("point once where several are in one direction, to the nearest of them", () => {
    expect(chosen(["behind", 4, 20], ["before", 0, 14], ["aside", 40, 22])).toEqual(["before", "aside"]);
    expect(chosen(["left", 179, 14], ["also left", -179, 15])).toEqual(["left"]);
  });

  it("point to two mates at most, and to opponents besides", () => {
    const all = [
      ["mate 1", 0, 11, true],
      ["mate 2", 60, 12, true],
      ["mate 3", 120, 13, true],
      ["opponent", 200, 30],
    ] as const;
    expect(chosen(...all)).toEqual(["mate 1", "mate 2", "opponent"]);
  });
});
