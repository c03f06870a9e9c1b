import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DATAGRAM_BYTES,
  type Datagram,
  decodeDatagram,
  decodeReliable,
  encodeClose,
  encodeDatagram,
  encodeReliablePiece,
} from "#transports/webrtc/datagrams/wire.ts";

const part = fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.boolean());
const HEAD = { number: 3, echo: { number: 4, heldMs: 5 }, ack: 7 };

describe("a datagram", () => {
  it("has these bytes", () => {
    const pieces = [
      { number: 258, bytes: Uint8Array.of(19, 5), more: false },
      { number: 259, bytes: Uint8Array.of(18), more: true },
    ];
    const bytes = encodeDatagram({ ...HEAD, pieces });
    // Number, echo, how long it was held, ack, number of the first piece; then one of two bytes, and one that goes on.
    expect([...bytes]).toEqual([0, 3, 0, 4, 0, 5, 0, 0, 0, 7, 0, 0, 1, 2, 0, 2, 19, 5, 128, 1, 18]);
    expect(decodeDatagram(bytes)).toEqual({ ...HEAD, pieces });
  });

  it("without pieces only acknowledges", () => {
    const datagram = { ...HEAD, ack: 2 ** 32 - 1, pieces: [] };
    const bytes = encodeDatagram(datagram);
    expect(bytes.length).toBe(14);
    expect(decodeDatagram(bytes)).toEqual(datagram);
  });

  it("comes out as it went in, whatever it carries", () => {
    const short = fc.nat(2 ** 16 - 1);
    const all = fc.record({
      number: short,
      echo: fc.record({ number: short, heldMs: short }),
      ack: fc.nat(),
      from: fc.integer({ min: 1, max: 2 ** 31 }),
      parts: fc.array(part, { maxLength: 20 }),
    });
    fc.assert(
      fc.property(all, ({ from, parts, ...head }) => {
        const pieces = parts.map(([bytes, more], i) => ({ number: from + i, bytes, more }));
        const datagram: Datagram = { ...head, pieces };
        expect(decodeDatagram(encodeDatagram(datagram))).toEqual(datagram);
      }),
    );
  });

  it("of anything else is refused, cut off or made up", () => {
    const pieces = [{ number: 1, bytes: Uint8Array.of(1, 2, 3), more: false }];
    const whole = encodeDatagram({ ...HEAD, pieces });
    for (let length = 0; length < whole.length; length++) {
      // The bare head is a datagram by itself.
      if (length !== 14) expect(decodeDatagram(whole.subarray(0, length)), `${length} bytes`).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2 * DATAGRAM_BYTES }), (bytes) => {
        const datagram = decodeDatagram(bytes);
        for (const { number, bytes: frame } of datagram?.pieces ?? []) {
          expect(number).toBeGreaterThan(0);
          expect(frame.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe("a message of the reliable channel", () => {
  it("carries a piece", () => {
    for (const more of [false, true]) {
      const piece = { number: 513, bytes: Uint8Array.of(14, 1), more };
      const bytes = encodeReliablePiece(piece);
      expect([...bytes]).toEqual([more ? 2 : 0, 0, 0, 2, 1, 14, 1]);
      expect(decodeReliable(bytes)).toEqual({ kind: "piece", ...piece });
    }
  });

  it("carries the good-bye, whose reason may be in any language", () => {
    const bytes = encodeClose(4002, "Größe");
    expect([...bytes.subarray(0, 3)]).toEqual([1, 15, 162]);
    expect(decodeReliable(bytes)).toEqual({ kind: "close", code: 4002, reason: "Größe" });
    expect(decodeReliable(encodeClose(1006, "x".repeat(1000)))).toEqual({
      kind: "close",
      code: 1006,
      reason: "x".repeat(123),
    });
  });

  it("is refused when it is anything else", () => {
    for (const bytes of [
      [],
      [0],
      [0, 0, 0, 0, 1],
      [0, 0, 0, 0, 0, 9],
      [1],
      [1, 15],
      [1, 3, 231],
      [1, 19, 136],
      [3, 0, 0, 0, 1, 9],
      [2, 0, 0, 0, 1],
    ])
      expect(decodeReliable(Uint8Array.from(bytes)), bytes.join()).toBeUndefined();
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        decodeReliable(bytes);
      }),
    );
  });
});
