import { describe, expect, it } from "vitest";
import { levelsOf, readStamp, STAMP_BLOCKS, stampOf, tickOf } from "#client/lab/video/stamp.ts";

/** Levels of a stamp as a codec leaves them: black and white drawn together. */
function levels(tick: number, dark = 30, light = 220): number[] {
  return stampOf(tick).map((block) => (block ? light : dark));
}

describe("the stamp in a filmed picture", () => {
  it("carries every tick of a long match", () => {
    for (let tick = 0; tick < 2 ** 20; tick += 997) expect(readStamp(levels(tick))).toBe(tick);
    expect(readStamp(levels(2 ** 20 - 1))).toBe(2 ** 20 - 1);
  });

  it("is read in a washed-out picture as long as light and dark are apart", () => {
    expect(readStamp(levels(123_456, 90, 160))).toBe(123_456);
    expect(readStamp(levels(123_456, 110, 130))).toBeUndefined();
  });

  it("is never read wrong where one block or two are", () => {
    const whole = levels(271_828);
    const flip = (row: number[], at: number): number[] =>
      row.map((level, index) => (index === at ? 250 - level : level));
    for (let first = 0; first < STAMP_BLOCKS; first++) {
      const one = flip(whole, first);
      expect(readStamp(one), `${first}`).toBeUndefined();
      for (let second = first + 1; second < STAMP_BLOCKS; second++)
        expect(readStamp(flip(one, second)), `${first}, ${second}`).toBeUndefined();
    }
  });

  it("is not found in pictures without one", () => {
    expect(readStamp([])).toBeUndefined();
    expect(readStamp(Array.from({ length: STAMP_BLOCKS }, () => 0))).toBeUndefined();
    expect(
      readStamp(Array.from({ length: STAMP_BLOCKS }, (_, at) => (at / STAMP_BLOCKS) * 255)),
    ).toBeUndefined();
    expect(readStamp([...levels(99).slice(1), 220])).toBeUndefined();
  });

  it("stands for the tick that is nearest to what is known", () => {
    const period = 2 ** 20;
    expect(tickOf(500, 510)).toBe(500);
    expect(tickOf(5, period + 7)).toBe(period + 5);
    // Filmed just before the bits began again, seen just after.
    expect(tickOf(period - 2, period + 1)).toBe(period - 2);
    expect(readStamp(levels(3 * period + 77))).toBe(77);
    expect(tickOf(77, 3 * period + 80)).toBe(3 * period + 77);
  });

  it("is found in the inner part of the blocks, whatever became of their edges", () => {
    const [width, height] = [320, 10];
    const block = width / STAMP_BLOCKS;
    const row = stampOf(654_321);
    const pixels = new Uint8ClampedArray(width * height * 4);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const inside = y > 1 && y < 8 && x % block > 1 && x % block < block - 2;
        pixels.fill(
          inside ? (row[Math.floor(x / block)] ? 235 : 16) : 128,
          (y * width + x) * 4,
          (y * width + x + 1) * 4,
        );
      }
    }
    expect(readStamp(levelsOf(pixels, width))).toBe(654_321);
  });
});
