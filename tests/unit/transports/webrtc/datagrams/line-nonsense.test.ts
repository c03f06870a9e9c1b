import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CLEAR_LINE } from "#transports/simulated/line-model.ts";
import { Inbox } from "#transports/webrtc/datagrams/inbox.ts";
import { encodeClose, encodeReliablePiece } from "#transports/webrtc/datagrams/wire.ts";
import { DatagramPair, numbered, upTo } from "../../../../support/datagram-pair.ts";

describe("an end that hears nonsense", () => {
  it("says so, and takes nothing of it", () => {
    const nonsense = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), nonsense), { maxLength: 30 }), (messages) => {
        const pair = new DatagramPair(CLEAR_LINE, 1);
        for (const [reliable, bytes] of messages)
          if (reliable) pair.b.line.onReliable(bytes);
          else pair.b.line.onDatagram(bytes);
        pair.run(50);
      }),
      { numRuns: 300 },
    );
  });

  it("notices an acknowledgement of what was never sent", () => {
    const pair = new DatagramPair(CLEAR_LINE, 1);
    pair.b.line.onDatagram(Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 0));
    expect(pair.b.garbled).toBe(1);
  });

  it("keeps a bounded number of bytes of a frame that never ends", () => {
    const inbox = new Inbox();
    const bytes = new Uint8Array(1000);
    const taken = upTo(300).map((number) => inbox.take({ number, bytes, more: true }, true));
    expect(taken.slice(0, 256).every((due) => due?.length === 0)).toBe(true);
    expect(taken.slice(270).every((due) => due === undefined)).toBe(true);
  });

  it("keeps a bounded number of bytes for a frame that never comes", () => {
    const inbox = new Inbox();
    const bytes = new Uint8Array(1000);
    const more = false;
    const taken = upTo(2000).map((number) => inbox.take({ number: number + 1, bytes, more }, false));
    expect(taken.every((due) => due?.length === 0)).toBe(true);
    const first = inbox.take({ number: 1, bytes, more }, false);
    // 64 kB were kept, and the frames that were not come again.
    expect(first?.length).toBe(1 + 65);
    const surely = upTo(1000).map((number) => inbox.take({ number: number + 1000, bytes, more }, true));
    expect(surely.filter((due) => due === undefined).length).toBeGreaterThan(700);
    expect(inbox.take({ number: 10_000, bytes, more }, false)).toBeUndefined();
  });

  it("hears of an end once", () => {
    const pair = new DatagramPair(CLEAR_LINE, 1);
    pair.b.line.onReliable(encodeClose(4000, ""));
    pair.b.line.onReliable(encodeClose(4001, ""));
    pair.b.line.onReliable(encodeReliablePiece({ number: 1, bytes: numbered(1), more: false }));
    pair.b.line.drop();
    expect(pair.b.closes).toEqual([[4000, ""]]);
    expect(pair.b.frames).toEqual([]);
  });
});
