import { InputEncoder } from "@colyseus/schema/input";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "#server/commands/table.ts";
import { protocolOf } from "#server/protocol.ts";
import { InputState } from "#shared/state/input-state.ts";
import { FrameRules } from "#transports/pipeline/frames.ts";

const rules = new FrameRules(protocolOf(COMMANDS));
const isAcceptable = (frame: Uint8Array): boolean => rules.isLegal(frame);

const INPUT = 19;
const TIMED = 0x80;

describe("the guard in front of Colyseus", () => {
  it("lets through every input that the encoder makes, with and without a stamp", () => {
    const state = new InputState();
    const encoder = new InputEncoder(state);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.boolean(), fc.nat()), {
          minLength: 1,
        }),
        (steps) => {
          for (const [axis, button, tick] of steps) {
            Object.assign(state, {
              moveX: axis,
              moveY: -axis,
              aim: axis * 3,
              push: button,
              brace: button,
              tick,
            });
            const body = encoder.encode();
            expect(isAcceptable(Uint8Array.from([INPUT, ...body]))).toBe(true);
            for (const stamp of [[5], [0xcc, 200], [0xcd, 1, 2], [0xce, 1, 2, 3, 4], [0xd0, 200], [0xff]]) {
              expect(isAcceptable(Uint8Array.from([INPUT | TIMED, ...stamp, ...body]))).toBe(true);
            }
          }
        },
      ),
    );
  });

  it("lets two inputs through that travel as one frame, and counts them as two, but no more", () => {
    const encoder = new InputEncoder(Object.assign(new InputState(), { tick: 7, aim: 1 }));
    const one = [INPUT, ...encoder.encode()];
    const timed = [INPUT | TIMED, 0xcd, 1, 2, 0x80, 9];
    for (const first of [one, timed, [INPUT]]) {
      expect(rules.messagesIn(Uint8Array.from(first))).toBe(1);
      for (const second of [one, timed, [INPUT]]) {
        expect(rules.messagesIn(Uint8Array.from([...first, ...second]))).toBe(2);
        expect(rules.messagesIn(Uint8Array.from([...first, ...second, ...one]))).toBe(0);
        const isCut = second.length > 1;
        expect(isAcceptable(Uint8Array.from([...first, ...second.slice(0, -1)]))).toBe(!isCut);
        expect(isAcceptable(Uint8Array.from([...first, 10, ...second]))).toBe(false);
      }
    }
  });

  it("stops what hangs the decoder of unreliable inputs, or makes it run out of memory", () => {
    expect(isAcceptable(Uint8Array.from([20, 1, 0xff]))).toBe(false);
    expect(isAcceptable(Uint8Array.from([20 | TIMED, 0xce, 0, 0, 0, 24, 0, 0, 0, 0]))).toBe(false);
  });

  it("stops inputs that are cut off, or have fields that there are not", () => {
    expect(isAcceptable(Uint8Array.from([INPUT, 0]))).toBe(false);
    expect(isAcceptable(Uint8Array.from([INPUT, 6, 1, 2]))).toBe(false);
    expect(isAcceptable(Uint8Array.from([INPUT, 7, 1]))).toBe(false);
    expect(isAcceptable(Uint8Array.from([INPUT | TIMED]))).toBe(false);
    expect(isAcceptable(Uint8Array.from([INPUT | TIMED, 0xcf, 1]))).toBe(false);
  });

  it("answers for anything at all", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (frame) => {
        expect(typeof isAcceptable(frame)).toBe("boolean");
      }),
      { numRuns: 5000 },
    );
    expect(isAcceptable(new Uint8Array())).toBe(false);
  });
});
