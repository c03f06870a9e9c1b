import { Decoder, Encoder } from "@colyseus/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanName, NAME_LENGTH, uniqueName } from "#room/names.ts";
import { SeatState } from "#shared/state/seat-state.ts";

describe("a name", () => {
  it("of anything at all is short, visible, and arrives as it was sent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (wild) => {
        const name = cleanName(wild);
        expect([...name].length).toBeLessThanOrEqual(NAME_LENGTH);
        expect(name.trim()).not.toBe("");
        const sent = new SeatState();
        sent.name = name;
        const received = new SeatState();
        new Decoder(received).decode(new Encoder(sent).encodeAll());
        expect(received.name).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });

  it("has no half characters and nothing that cannot be seen", () => {
    expect(cleanName("\ud800")).toBe("Player");
    expect(cleanName("A\u3164\u115f\u2800B\u202e")).toBe("AB");
    expect(cleanName("  a \t b  ")).toBe("a b");
  });

  it("that somebody has gets a number", () => {
    expect(uniqueName("Ann", new Set(["ann"]))).toBe("Ann 2");
    expect(uniqueName("Ann", new Set(["ann", "ann 2"]))).toBe("Ann 3");
    expect(uniqueName("Bartholomew Long", new Set(["bartholomew long"]))).toBe("Bartholomew Lo 2");
  });
});
