import { describe, expect, it } from "vitest";
import { type Drawn, largestJump, toAndFro } from "../browser/support/track.ts";

/** Somebody who is drawn at these places along x, one per frame. */
function drawn(...places: number[]): Drawn[] {
  return places.map((x, frame) => ({ time: frame * 20, x, y: 3 }));
}

describe("the track of somebody who runs to and fro", () => {
  it("has as many turns as they made, and none of them is a retreat", () => {
    expect(toAndFro(drawn(0, 1, 2, 3, 2, 1, 0, 1, 2))).toEqual({ turns: 2, retreat: 0 });
  });

  it("shows a step backwards on either way", () => {
    expect(toAndFro(drawn(0, 1, 2, 1.75, 2.25, 3)).retreat).toBeCloseTo(0.25);
    expect(toAndFro(drawn(0, 3, 2, 1, 1.25, 0, -1)).retreat).toBeCloseTo(0.25);
  });

  it("takes several small steps backwards for one", () => {
    expect(toAndFro(drawn(0, 1, 0.875, 0.75, 0.625, 2)).retreat).toBeCloseTo(0.375);
  });

  it("knows nothing of a way that was not drawn", () => {
    const [before, after] = [drawn(0, 1, 2), drawn(1.75, 2, 3)];
    expect(toAndFro([...before, ...after.map((at) => ({ ...at, time: at.time + 340 }))])).toEqual({
      turns: 0,
      retreat: 0,
    });
    expect(toAndFro([...before, ...after.map((at) => ({ ...at, time: at.time + 60 }))]).retreat).toBeCloseTo(
      0.25,
    );
  });

  it("shows a jump as a way for which there was no time", () => {
    expect(largestJump(drawn(0, 0.12, 0.24, 0.36), 6)).toBeCloseTo(0);
    expect(largestJump(drawn(0, 0.12, 2.12, 2.24), 6)).toBeCloseTo(2 - 0.12);
  });
});
