import { InputDecoder, InputEncoder } from "@colyseus/schema/input";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputReader } from "#room/input-reader.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { InputState } from "#shared/state/input-state.ts";

const axis = fc.double({ min: -1, max: 1, noNaN: true });
const inputs = fc.array(
  fc.record({
    moveX: axis,
    moveY: axis,
    aim: fc.double({ min: -10, max: 10, noNaN: true }),
    push: fc.boolean(),
    dash: fc.boolean(),
    brace: fc.boolean(),
    tick: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 ** 32 - 1 })),
    seen: fc.nat(2 ** 32 - 1),
  }),
  { minLength: 1 },
);

function written(
  state: InputState,
  input: PlayerInput & { tick: number },
  encoder: InputEncoder,
): Uint8Array {
  Object.assign(state, input);
  return encoder.encode().slice();
}

describe("the reader of inputs", () => {
  it("reads what Colyseus' decoder reads", () => {
    fc.assert(
      fc.property(inputs, (all) => {
        const sent = new InputState();
        const encoder = new InputEncoder(sent);
        const theirs = new InputDecoder(new InputState());
        const ours = new InputReader();
        let number = 0;
        for (const input of all) {
          const isNamed = input.tick !== sent.tick;
          const bytes = written(sent, input, encoder);
          const { moveX, moveY, aim, push, dash, brace, tick, seen } = theirs.decode(bytes);
          // One that says no number has the next one.
          number = isNamed ? tick : number + 1;
          const length = Math.hypot(moveX, moveY);
          const read = ours.read(bytes, 0);
          expect(read).toMatchObject({ aim, push, dash, brace, tick: number, seen });
          // Where a stick is in its corner, the legal input is a shorter one.
          if (length <= 1) expect(read).toMatchObject({ moveX, moveY });
        }
      }),
    );
  });

  it("stops where the next input begins", () => {
    const sent = new InputState();
    const encoder = new InputEncoder(sent);
    const first = written(sent, { ...neutralInput(), push: true, tick: 1 }, encoder);
    const second = written(sent, { ...neutralInput(), push: false, tick: 2 }, encoder);
    const ours = new InputReader();
    const frame = Uint8Array.from([19, ...first, 19, ...second]);
    expect(ours.read(frame, 1)).toMatchObject({ push: true, tick: 1 });
    expect(ours.end).toBe(1 + first.length);
    expect(ours.read(frame, ours.end + 1)).toMatchObject({ push: false, tick: 2 });
    expect(ours.end).toBe(frame.length);
  });

  it("counts on from the last number, which an input that repeats the one before does not say", () => {
    const sent = new InputState();
    const encoder = new InputEncoder(sent);
    const ours = new InputReader();
    const first = written(sent, { ...neutralInput(), moveX: 1, push: true, tick: 7 }, encoder);
    expect(ours.read(first, 0)).toMatchObject({ moveX: 1, push: true, tick: 7 });
    const same = encoder.encode().slice();
    expect(same).toHaveLength(0);
    expect(ours.read(same, 0)).toMatchObject({ moveX: 1, push: true, tick: 8 });
    sent.push = false;
    expect(ours.read(encoder.encode().slice(), 0)).toMatchObject({ moveX: 1, push: false, tick: 9 });
    sent.tick = 20;
    expect(ours.read(encoder.encode().slice(), 0)).toMatchObject({ push: false, tick: 20 });
  });

  it("makes legal what was read", () => {
    const sent = new InputState();
    const corner = { ...neutralInput(), moveX: 1, moveY: 1, tick: 1 };
    const { moveX, moveY } = new InputReader().read(written(sent, corner, new InputEncoder(sent)), 0);
    expect(Math.hypot(moveX, moveY)).toBeCloseTo(1, 1);
  });

  it("leaves an input that waits as it was when the next one comes", () => {
    const sent = new InputState();
    const encoder = new InputEncoder(sent);
    const ours = new InputReader();
    const first = ours.read(written(sent, { ...neutralInput(), moveX: 1, tick: 1 }, encoder), 0);
    ours.read(written(sent, { ...neutralInput(), moveX: -1, tick: 2 }, encoder), 0);
    expect([first.moveX, first.tick]).toEqual([1, 1]);
  });
});
