import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanTalk, lengthOf } from "#server/rooms/features/chat/clean.ts";

/** Anything, and much of what is hard about it: marks, joiners, emoji, directions, blanks. */
const wild = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.constantFrom(
        "\u0301",
        "\u0323",
        "\ufe0f",
        "\u200d",
        "\u200c",
        "👩",
        "🏽",
        "💻",
        "\u202e",
        "\u2066",
        "\n",
        "\ud800",
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

describe("what somebody says", () => {
  it("of anything at all is one line without what cannot be seen, and is clean for good", () => {
    fc.assert(
      fc.property(wild, (text) => {
        const clean = cleanTalk(text);
        expect(clean).not.toMatch(/(?!\u200d)\p{C}/u);
        expect(clean).not.toMatch(/\s\s|^\s|\s$|[^\S ]/u);
        expect(clean).not.toMatch(/\p{M}{3}/u);
        expect(clean).toBe(clean.normalize("NFC").toWellFormed());
        expect(cleanTalk(clean)).toBe(clean);
      }),
      { numRuns: 3000 },
    );
  });

  it("keeps every letter, sign and emoji of people who just write", () => {
    for (const text of ["Grüß Gott, ça va? 你好!", "<b>1 < 2 & 3</b>", "👩🏽‍💻 👍🏿 ❤️", "नमस्ते"]) {
      expect(cleanTalk(text)).toBe(text);
    }
  });

  it("has its lines and blanks pulled together", () => {
    expect(cleanTalk("  one\r\n two\t\u00a0three\u2028four  ")).toBe("one two three four");
  });

  it("has no controls, directions and joiners without a purpose", () => {
    expect(cleanTalk("a\u0000b\u001b[31m\u202ec\u2066d\u200be\u200df\ufeffg")).toBe("ab[31mcdefg");
  });

  it("does not grow over other lines", () => {
    expect(lengthOf(cleanTalk(`Z${"\u0335\u0321\u034a".repeat(20)}algo`))).toBeLessThan(8);
  });

  it.each(["", " \n\t ", "\u200b\u200d\u2060", "\u202e\u202d", "\u3164\u2800", "\u0301\ufe0f"])(
    "is nothing when nothing of it can be seen",
    (text) => {
      expect(cleanTalk(text)).toBe("");
    },
  );
});
