import { describe, expect, it } from "vitest";
import type { Mark } from "#shared/arena/arena.ts";
import { MapReader } from "#shared/arena/map-reader.ts";
import { readMarks } from "#shared/arena/marks.ts";

/** The marks of a map of 64 x 64 pixels a tile with these objects in its layer. */
function marksOf(...objects: object[]): Mark[] {
  const layers = [{ type: "objectgroup", name: "marks", objects }];
  return readMarks(new MapReader("small"), { tilewidth: 64, tileheight: 64, layers });
}

describe("the marks of a map", () => {
  it("are read in tiles, with whose they are", () => {
    const goal = { id: 2, point: true, x: 64, y: 64, type: "goal", properties: [{ name: "team", value: 1 }] };
    expect(marksOf({ id: 1, point: true, x: 32, y: 64, type: "pickup" }, goal)).toEqual([
      { kind: "pickup", x: 0.5, y: 1, team: -1 },
      { kind: "goal", x: 1, y: 1, team: 1 },
    ]);
  });

  it("are none without a layer for them", () => {
    expect(readMarks(new MapReader("small"), { tilewidth: 64, tileheight: 64, layers: [] })).toEqual([]);
  });

  it.each([
    ["of no kind", { point: true, type: "treasure" }, "expected a class of pickup, ball"],
    ["that are no points", { type: "pickup" }, "expected a point"],
    [
      "goals of nobody",
      { point: true, type: "goal" },
      "the property team must be a whole number from 0 to 3",
    ],
  ])("are refused when they are %s", (_name, object, problem) => {
    const mark = { id: 3, x: 1, y: 1, ...object };
    expect(() => marksOf(mark)).toThrow(`small.tmj, layer "marks", object 3: ${problem}`);
  });
});
