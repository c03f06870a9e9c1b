import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wrapText } from "#client/scenes/speech/wrap.ts";

/** Each sign is as wide as any other. */
const measure = (text: string) => [...text].length;

describe("the text of a bubble", () => {
  it("is broken at blanks", () => {
    expect(wrapText("one two three four", 9, 3, measure)).toEqual(["one two", "three", "four"]);
  });

  it("is broken inside of a word that is too long for a line", () => {
    expect(wrapText("aaaaaaaaaaaa b", 5, 4, measure)).toEqual(["aaaaa", "aaaaa", "aa b"]);
  });

  it("ends with an ellipsis when it does not fit", () => {
    expect(wrapText("one two three four five", 9, 2, measure)).toEqual(["one two", "three…"]);
  });

  it("never is wider or longer than it may be, and loses nothing where it fits", () => {
    const words = fc.array(fc.constantFrom("a", "bcd", "efghijklm", "😀😀😀", "nopqrstuvwxyz"), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 3, max: 12 }),
        fc.integer({ min: 1, max: 5 }),
        (all, width, most) => {
          const lines = wrapText(all.join(" "), width, most, measure);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
          if (!lines.at(-1)?.endsWith("…")) {
            expect(lines.join("").replaceAll(" ", "")).toBe(all.join(""));
          }
        },
      ),
    );
  });
});
