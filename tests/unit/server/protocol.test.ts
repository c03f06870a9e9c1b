import { getMessageBytes, Protocol } from "@colyseus/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "#server/commands/table.ts";
import { protocolOf } from "#server/protocol.ts";
import { FrameRules } from "#transports/pipeline/frames.ts";
import { decodeMessagePack, MessagePackError } from "#transports/pipeline/message-pack.ts";

const protocol = protocolOf(COMMANDS);
const rules = new FrameRules(protocol);
const isAcceptable = (frame: Uint8Array): boolean => rules.isLegal(frame);

/** A message as Colyseus encodes it, at both ends. */
const encoded = (type: string, payload?: unknown): Uint8Array =>
  getMessageBytes.raw(Protocol.ROOM_DATA, type, payload);

/** What Colyseus makes of a payload: what stands behind the head of a message. */
const packed = (payload: unknown): Uint8Array => encoded("", payload).subarray(2);

describe("the guard", () => {
  it("lets through every message that a page of ours sends", () => {
    expect(isAcceptable(encoded("rematch"))).toBe(true);
    expect(isAcceptable(encoded("stepTime"))).toBe(true);
    fc.assert(
      fc.property(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()), (time) => {
        expect(isAcceptable(encoded("time", time))).toBe(true);
      }),
    );
  });

  it.each([
    ["a message that there is not", encoded("admin", 1)],
    ["a message by its number", Uint8Array.of(13, 5)],
    ["a name of every object", encoded("constructor")],
    ["a payload where there is none", encoded("rematch", 1)],
    ["no payload where there is one", encoded("time")],
    ["a payload of another type", encoded("time", "now")],
    ["a number that is none", encoded("time", Number.NaN)],
    ["a number that never ends", encoded("time", Number.POSITIVE_INFINITY)],
    ["a payload with something behind it", Uint8Array.of(...encoded("time", 1), 1)],
    ["a payload that is cut off", encoded("time", 1.5).subarray(0, -1)],
    ["no MessagePack", Uint8Array.of(...encoded("time"), 0xc1)],
    ["an empty message", Uint8Array.of(13)],
    ["a name that is cut off", Uint8Array.of(13, 0xa7, 114)],
  ])("stops %s", (_what, frame) => {
    expect(isAcceptable(frame)).toBe(false);
  });

  it("stops a stamp that is no number", () => {
    const infinite = [0x7f, 0x80, 0, 0];
    const input = [0, 128];
    expect(isAcceptable(Uint8Array.of(19 | 0x80, 0xca, ...infinite.toReversed(), ...input))).toBe(false);
    expect(isAcceptable(Uint8Array.of(19 | 0x80, 0xca, 0, 0, 0x80, 0x3f, ...input))).toBe(true);
  });

  it("answers for anything at all", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (noise) => {
        const head = encoded("time");
        expect(typeof protocol.isMessage(Uint8Array.of(...head, ...noise))).toBe("boolean");
        expect(typeof protocol.isMessage(noise)).toBe("boolean");
      }),
      { numRuns: 5000 },
    );
  });
});

describe("MessagePack of strangers", () => {
  it("is what Colyseus makes of plain values", () => {
    const plain = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small", withCrossShrink: true, maxDepth: 4 },
        fc.constant(null),
        fc.boolean(),
        fc.double({ noNaN: true }).map((value) => value + 0),
        fc.integer(),
        fc.string({ unit: "grapheme" }),
        fc.array(tie("value"), { maxLength: 20 }),
        fc.dictionary(fc.string(), tie("value"), { maxKeys: 20, noNullPrototype: true }),
      ),
    })).value;
    fc.assert(
      fc.property(plain, (value) => {
        expect(decodeMessagePack(packed(value))).toEqual(value);
      }),
    );
  });

  it.each([
    ["half a character", [0xa3, 0xed, 0xa0, 0x80]],
    ["raw bytes", [0xc4, 1, 0]],
    ["an extension", [0xd4, 0x72, 0x40]],
    ["a 64-bit integer", [0xcf, 0, 0, 0, 0, 0, 0, 0, 1]],
    ["a list that says to be longer than it is", [0xdc, 0xff, 0xff, 1]],
    ["nesting without an end", Array<number>(1000).fill(0x91)],
    ["a name that is a number", [0x81, 1, 1]],
    ["nothing at all", []],
  ])("is refused with %s", (_what, bytes) => {
    expect(() => decodeMessagePack(Uint8Array.from(bytes))).toThrow(MessagePackError);
  });
});
