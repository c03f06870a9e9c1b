import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeBatch, WireError } from "#transports/http/batch.ts";
import { Link } from "#transports/http/link.ts";

const frame = (value: number): Uint8Array => Uint8Array.of(value >> 8, value & 0xff);
const value = (bytes: Uint8Array): number => ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);

/** Counts how many an end has sent, from 1. */
function nextOf(sent: number[], end: number): number {
  const next = (sent[end] ?? 0) + 1;
  sent[end] = next;
  return next;
}

/** What a network does with one message: deliver, lose, deliver twice, or keep it and deliver it later. */
const fate = fc.constantFrom("deliver", "lose", "twice", "late");
const step = fc.record({
  from: fc.constantFrom(0, 1),
  sends: fc.integer({ min: 0, max: 5 }),
  fate,
  most: fc.constantFrom(6, 1000),
});

describe("a link", () => {
  it("delivers everything once and in order, whatever happens on the way", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const ends = [new Link(), new Link()];
        const got: number[][] = [[], []];
        const sent = [0, 0];
        const kept: { to: number; bytes: Uint8Array }[] = [];
        const arrive = (to: number, bytes: Uint8Array): void => {
          for (const one of ends[to]?.receive(bytes).frames ?? []) got[to]?.push(value(one));
        };
        for (const { from, sends, fate, most } of steps) {
          const end = ends[from] ?? new Link();
          for (let i = 0; i < sends; i++) end.send(frame(nextOf(sent, from)));
          const { bytes } = end.batch(undefined, most);
          const to = 1 - from;
          if (fate === "late") kept.push({ to, bytes });
          else if (fate !== "lose") {
            arrive(to, bytes);
            if (fate === "twice") arrive(to, bytes);
            // What was late comes now, after what has overtaken it.
            for (const old of kept.splice(0)) arrive(old.to, old.bytes);
          }
        }
        // A network that works again brings the rest.
        for (const from of [0, 1]) arrive(1 - from, ends[from]?.batch().bytes ?? new Uint8Array());
        for (const to of [0, 1]) {
          const all = Array.from({ length: sent[1 - to] ?? 0 }, (_, i) => i + 1);
          expect(got[to]).toEqual(all);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("delivers the good-bye last, and sends nothing after it", () => {
    const [a, b] = [new Link(), new Link()];
    a.send(frame(1));
    a.close(4002, "enough");
    a.send(frame(2));
    const { bytes } = a.batch();
    const { frames, close } = b.receive(bytes);
    expect(frames.map(value)).toEqual([1]);
    expect(close).toEqual({ code: 4002, reason: "enough" });
    expect(b.receive(bytes)).toEqual({ frames: [], close: undefined });
  });

  it("keeps what is not acknowledged, counts it, and lets go of the rest", () => {
    const [a, b] = [new Link(), new Link()];
    for (let i = 1; i <= 10; i++) a.send(frame(i));
    expect(a.unackedBytes).toBe(30);
    b.receive(a.batch(undefined, 9).bytes);
    expect(b.received).toBe(3);
    a.receive(b.batch().bytes);
    expect([a.acked, a.sent, a.unackedBytes]).toEqual([3, 10, 21]);
    expect(a.batch(8)).toMatchObject({ last: 10 });
  });

  it("does not change a frame that its sender writes over", () => {
    const [a, b] = [new Link(), new Link()];
    const shared = frame(7);
    a.send(shared);
    shared.fill(0);
    expect(b.receive(a.batch().bytes).frames.map(value)).toEqual([7]);
  });

  it("refuses what cannot be: a gap, and thanks for what was never sent", () => {
    const link = new Link();
    const gap = encodeBatch({ ack: 0, first: 2, records: [{ type: "frame", bytes: frame(1) }] });
    expect(() => link.receive(gap)).toThrow("Record 1 was expected, and 2 came.");
    expect(() => link.receive(encodeBatch({ ack: 1, first: 1, records: [] }))).toThrow(WireError);
  });
});
