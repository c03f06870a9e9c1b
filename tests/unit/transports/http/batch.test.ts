import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Batch, decodeBatch, encodeBatch, WireError } from "#transports/http/batch.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const unhex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "hex"));

/** Batches and their bytes, written down by hand: what is deployed at one end must be read at the other. */
const GOLDEN: readonly [string, Batch][] = [
  ["0001", { ack: 0, first: 1, records: [] }],
  [
    "0501" + "0613aabb" + "0212",
    {
      ack: 5,
      first: 1,
      records: [
        { type: "frame", bytes: Uint8Array.of(0x13, 0xaa, 0xbb) },
        { type: "frame", bytes: Uint8Array.of(0x12) },
      ],
    },
  ],
  // 300 is 0xac 0x02 in groups of seven bits; 4002 is 0x0fa2; the length 2 + 3 doubled, plus one, is 11.
  [
    "ac02" + "8001" + "0b" + "0fa2" + "c3b667",
    { ack: 300, first: 128, records: [{ type: "close", code: 4002, reason: "ög" }] },
  ],
];

describe("a batch", () => {
  it.each(GOLDEN)("is %s", (bytes, batch) => {
    expect(hex(encodeBatch(batch))).toBe(bytes);
    expect(decodeBatch(unhex(bytes))).toEqual(batch);
  });

  const record = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => ({ type: "frame" as const, bytes })),
    fc
      .record({ code: fc.integer({ min: 1000, max: 4999 }), reason: fc.string({ maxLength: 30 }) })
      .map((close) => ({ type: "close" as const, ...close })),
  );
  const number = fc.integer({ min: 0, max: 2 ** 32 - 1 });

  it("comes back as it was, whatever is in it", () => {
    fc.assert(
      fc.property(number, number, fc.array(record, { maxLength: 8 }), (ack, first, records) => {
        expect(decodeBatch(encodeBatch({ ack, first, records }))).toEqual({ ack, first, records });
      }),
    );
  });

  it("of any other bytes is refused or read, and nothing else happens", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        try {
          decodeBatch(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(WireError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("that is cut off is refused, except between two records", () => {
    const whole = encodeBatch({ ack: 1, first: 1, records: [{ type: "frame", bytes: new Uint8Array(200) }] });
    for (let length = 0; length < whole.length; length++) {
      if (length === 2) continue;
      expect(() => decodeBatch(whole.subarray(0, length)), `${length} bytes`).toThrow(WireError);
    }
  });

  it("keeps a long reason readable", () => {
    const [record] = decodeBatch(
      encodeBatch({ ack: 0, first: 1, records: [{ type: "close", code: 4000, reason: "ö".repeat(100) }] }),
    ).records;
    expect(record).toEqual({ type: "close", code: 4000, reason: "ö".repeat(61) });
  });
});
