import { Decoder, Encoder, schema, t } from "@colyseus/schema";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AIM, AXIS, aimX, aimY, POSITION, snap, VELOCITY } from "#shared/quantize.ts";

const Wire = schema(
  {
    position: t.quantized(POSITION).default(0),
    velocity: t.quantized(VELOCITY).default(0),
    aim: t.quantized(AIM).default(0),
    axis: t.quantized(AXIS).default(0),
  },
  "Wire",
);

/** A value as the other end of a connection reads it. */
function travel(field: "position" | "velocity" | "aim" | "axis", value: number): number {
  const sent = new Wire();
  sent[field] = value;
  const received = new Wire();
  new Decoder(received).decode(new Encoder(sent).encodeAll());
  return received[field];
}

describe("rounding", () => {
  it.each([
    ["position", POSITION],
    ["velocity", VELOCITY],
    ["aim", AIM],
    ["axis", AXIS],
  ] as const)("of a %s is what the wire does", (field, quantum) => {
    fc.assert(
      fc.property(fc.double({ min: -200, max: 200, noNaN: true }), (value) => {
        expect(snap(quantum, value)).toBe(travel(field, value));
      }),
      { numRuns: 100 },
    );
  });

  it("does not move what is rounded already", () => {
    fc.assert(
      fc.property(fc.double({ min: -16, max: 112, noNaN: true }), (value) => {
        for (const quantum of [POSITION, VELOCITY, AIM, AXIS]) {
          const once = snap(quantum, value);
          expect(snap(quantum, once)).toBe(once);
        }
      }),
    );
  });

  it("makes a number of anything", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      for (const quantum of [POSITION, VELOCITY, AIM, AXIS]) {
        expect(Number.isFinite(snap(quantum, value))).toBe(true);
      }
    }
  });

  it("knows the directions of the compass", () => {
    expect([aimX(0), aimY(0)]).toEqual([1, 0]);
    expect(aimX(Math.PI / 2)).toBe(0);
    expect(aimY(Math.PI / 2)).toBe(1);
    expect(aimX(Math.PI)).toBe(-1);
  });
});
