import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusalText } from "#client/words/refusals.ts";
import { ALL_REFUSALS } from "#player/refusals.ts";
import { inEnglish, readRefusal, refusal } from "#shared/refusals/refusal.ts";
import { REFUSALS } from "#shared/refusals/sentences.ts";
import { reason, reasonBody, TRANSPORT_REASONS } from "#transports/contract/reasons.ts";

/** Bytes of the reason of a close, in every protocol that has one. */
const CLOSE_BYTES = 123;
/** Characters of a foreign text that are shown, with the few words before them. */
const MAX_SHOWN = 220;

describe("a refusal", () => {
  it("travels as its id and what has to be said with it", () => {
    expect(refusal("seat_gone")).toBe("seat_gone");
    expect(refusal("room_full", { code: "AB&C=D" })).toBe("room_full?code=AB%26C%3DD");
    expect(reason("connects_too_often", { seconds: 3 })).toBe("connects_too_often?seconds=3");
  });

  it("is a sentence again at the other end, whatever it says", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]{1,20}$/), (name) => {
        const said = refusal("no_room_type", { name });
        expect(inEnglish(said)).toBe(`There is no room type "${name}".`);
        expect(refusalText(said)()).toBe(`There is no room type "${name}".`);
      }),
    );
  });

  it.each([
    [0, "This server has room for 0 bots more just now, not for 5."],
    [1, "This server has room for 1 bot more just now, not for 5."],
    [2, "This server has room for 2 bots more just now, not for 5."],
  ])("counts: %i", (count, sentence) => {
    const said = refusal("bots_of_server", { count, wanted: 5 });
    expect(inEnglish(said)).toBe(sentence);
    expect(refusalText(said)()).toBe(sentence);
  });

  it("of a transport is told beside its sentence", () => {
    expect(reasonBody("offers_too_often", { seconds: 4 })).toEqual({
      error: "offers_too_often?seconds=4",
      sentence: "Too many tries. Wait 4 s.",
    });
  });

  it("has an id that no other has, and fits into a close where it has nothing more to say", () => {
    const ids = [...Object.keys(REFUSALS), ...Object.keys(TRANSPORT_REASONS)];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(CLOSE_BYTES);
  });
});

describe("what claims to be a refusal", () => {
  it.each([
    "",
    "room_full",
    "room_full?code",
    "room_full?code=%E0%A4%A",
    "toString",
    "__proto__",
    "Some words of another server.",
  ])("and is none is not taken for one: %j", (text) => {
    expect(readRefusal(text, ALL_REFUSALS)).toBeUndefined();
    expect(refusalText(text)()).toBe(`The server says: ${text}`);
  });

  it("says nothing but what its sentence asks for", () => {
    expect(
      readRefusal("room_full?code=A&lng=fr&defaultValue=x&__proto__=y", ALL_REFUSALS)?.variables,
    ).toEqual({
      code: "A",
    });
    expect(refusalText(refusal("room_full", { code: "$t(menu.play){{x}}" }))()).toBe(
      "Room $t(menu.play){{x}} is full.",
    );
  });

  it("never throws, and shows no more than one can read", () => {
    const text = fc.oneof(
      fc.string({ maxLength: 2000 }),
      fc
        .tuple(fc.constantFrom(...Object.keys(ALL_REFUSALS), "valueOf"), fc.string())
        .map(([id, rest]) => `${id}?${rest}`),
    );
    fc.assert(
      fc.property(text, (said) => {
        const shown = refusalText(said)();
        expect(shown.length).toBeLessThanOrEqual(Math.max(MAX_SHOWN, longestSentence));
      }),
    );
  });
});

const longestSentence = Math.max(...Object.values(ALL_REFUSALS).map(({ length }) => length)) + 200;
