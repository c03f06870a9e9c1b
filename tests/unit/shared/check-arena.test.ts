import { describe, expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import type { Arena, Mark } from "#shared/arena/arena.ts";
import { ArenaError } from "#shared/arena/map-reader.ts";
import { requirePlayable } from "#shared/check-arena.ts";

/** A drawing for two, which is large enough with four rows of ten. */
function forTwo(...rows: string[]): Arena {
  return { ...drawArena(...rows), maxPlayers: 2 };
}

const mark = (kind: Mark["kind"], x: number, y: number, team = -1): Mark => ({ kind, x, y, team });
const withMarks = (...marks: Mark[]): Arena => ({ ...FINE, marks });
const ROWS = ["..........", ".S......S.", "..........", ".........."];
const FINE = forTwo(...ROWS);
const put = (row: number, text: string): Arena => forTwo(...ROWS.toSpliced(row, 1, text));

describe("a map that can be played on", () => {
  it("has nothing to complain about", () => {
    expect(() => requirePlayable(FINE)).not.toThrow();
    const ball = withMarks(mark("ball", 5, 2), mark("goal", 1.5, 2, 0), mark("goal", 8.5, 2, 1));
    expect(() => requirePlayable(ball)).not.toThrow();
  });

  it("may have islands that only teleporters join", () => {
    const islands = forTwo("....... .......", "..1S... ..1....", "....... ....S..");
    expect(() => requirePlayable(islands)).not.toThrow();
  });
});

describe("a map that cannot be played on", () => {
  it.each<[string, Arena, string]>([
    [
      "is too small",
      forTwo("....S....S"),
      'drawn.tmj, layer "ground": 2 players need 40 tiles of ground, 20 each, found 10: draw more, or lower maxPlayers',
    ],
    [
      "has too few spawn points",
      put(1, ".S........"),
      'layer "spawns": expected a point for each of maxPlayers = 2, found 1: add 1',
    ],
    [
      "has two of them in one place",
      { ...FINE, spawns: [...FINE.spawns, { x: 8.5, y: 1.9 }] },
      "column 8, row 1: two spawn points are less than a tile apart",
    ],
    [
      "has a spawn point behind a crack",
      forTwo("....  ....", ".S..cc..S.", "....  ....", "....  ....", "....  ...."),
      "column 8, row 1: this spawn point cannot be walked to from the first one without",
    ],
    [
      "has a place that nobody gets to",
      forTwo(...ROWS, "          ", "....      "),
      "column 0, row 5: nobody can walk here",
    ],
    [
      "has firm ground behind tiles that fall away",
      forTwo(...ROWS, "cc        ", "....      "),
      "column 0, row 5: there is no way here from the spawn points without tiles that fall away or throw: draw one",
    ],
    [
      "has a lonely teleporter",
      put(2, "...1......"),
      "column 3, row 2: teleporters come in twos, found 1 of pair 1: add or remove one",
    ],
    [
      "has a teleporter by the void",
      forTwo(...ROWS, "1........1"),
      "column 0, row 4: one comes out on any side of a teleporter",
    ],
    [
      "has a spring into the void",
      put(2, ".......}.."),
      "column 7, row 2: this spring throws 5 tiles to the east, where there is no ground: draw some at column 12, row 2",
    ],
    [
      "has a fan against a wall",
      put(2, "...»#....."),
      "column 3, row 2: this fan blows to the east, against a wall: turn it, or free its way",
    ],
    [
      "has a mark over the void",
      withMarks(mark("pickup", 20, 1)),
      'column 20, row 1: expected ground under the mark "pickup": move it',
    ],
    [
      "has a zone at the corner",
      withMarks(mark("zone", 0.5, 0.5)),
      "column 0, row 0: a zone needs ground around its middle: move it inwards",
    ],
    [
      "has a ball with one goal",
      withMarks(mark("ball", 5, 2), mark("goal", 1.5, 2, 0)),
      "column 5, row 2: a ball needs a goal of team 1: add one",
    ],
    [
      "has goals at different distances",
      withMarks(mark("ball", 3.5, 2), mark("goal", 1.5, 2, 0), mark("goal", 9.5, 2, 1)),
      "column 3, row 2: the ball is 2 tiles from one goal and 6 from the other: move it between them",
    ],
    [
      "has a goal that no ball gets to",
      {
        ...forTwo(...ROWS, "cc........", "..cc......"),
        marks: [mark("ball", 5, 2), mark("goal", 0.5, 5, 0), mark("goal", 9, 2, 1)],
      },
      "column 0, row 5: the ball cannot be brought to this goal over firm ground: draw a way",
    ],
    [
      "has a goal behind a wall",
      {
        ...put(2, "...#......"),
        marks: [mark("ball", 5.5, 2.5), mark("goal", 1.5, 2.5, 0), mark("goal", 9, 2.5, 1)],
      },
      "column 1, row 2: a wall hides this goal from the ball: take it out, or move the goal",
    ],
  ])("%s, and is told so", (_what, arena, sentence) => {
    expect(() => requirePlayable(arena)).toThrow(ArenaError);
    expect(() => requirePlayable(arena)).toThrow(sentence);
  });

  it("is told of everything at once", () => {
    expect(() => requirePlayable(forTwo("....S"))).toThrow(/found 5.*\n.*found 1: add 1/);
  });
});
