import { describe, expect, it } from "vitest";
import { seededDice } from "#shared/random.ts";
import { NumberedFrames } from "#transports/moving/numbered-frames.ts";
import { decodeRecord, encodeRecord } from "#transports/moving/record.ts";

/** Bytes that are kept at most. */
const MOST = 256 * 1024;
/** Frames that are kept in any case while they fit into that. */
const LEAST = 96;

/** A frame that says its number, in so many bytes. */
function frame(number: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length).fill(number % 251);
  new DataView(bytes.buffer).setUint32(0, number);
  return bytes;
}

describe("frames that are kept", () => {
  it("are copies of the last ones, by number, whatever their sizes", () => {
    for (let seed = 1; seed <= 20; seed++) {
      const roll = seededDice(seed);
      const frames = new NumberedFrames();
      const all: Uint8Array[] = [];
      for (let number = 1; number <= 1500; number++) {
        const largest = seed % 4 === 0 ? 9000 : 400;
        const made = frame(number, 4 + Math.floor(roll() * largest));
        all.push(made.slice());
        frames.keep(made);
        // Whoever sends uses the same bytes for the next one.
        made.fill(255);
        if (number % 37 !== 0) continue;
        const since = number - Math.floor(roll() * 300);
        const kept = frames.since(Math.max(0, since));
        const wanted = all.slice(Math.max(0, since));
        const bytes = wanted.reduce((sum, { length }) => sum + length, 0);
        if (kept === undefined)
          expect(wanted.length > LEAST || bytes > MOST / 2, `seed ${seed}, ${number}`).toBe(true);
        else
          expect(kept.map((one) => Buffer.from(one).toString("hex"))).toEqual(
            wanted.map((one) => Buffer.from(one).toString("hex")),
          );
      }
      expect(frames.sent).toBe(1500);
    }
  });

  it("are none when nothing was sent, and not known beyond what was", () => {
    const frames = new NumberedFrames();
    expect(frames.since(0)).toEqual([]);
    expect(frames.since(1)).toBeUndefined();
    frames.keep(Uint8Array.of(1));
    expect(frames.since(0)).toEqual([Uint8Array.of(1)]);
    expect(frames.since(1)).toEqual([]);
    expect(frames.since(-1)).toBeUndefined();
  });

  it("do not go past one that is too large to keep, and begin again behind it", () => {
    const frames = new NumberedFrames();
    frames.keep(Uint8Array.of(1));
    frames.keep(new Uint8Array(MOST + 1));
    expect(frames.since(0)).toBeUndefined();
    expect(frames.since(1)).toBeUndefined();
    frames.keep(Uint8Array.of(3));
    expect(frames.since(2)).toEqual([Uint8Array.of(3)]);
  });
});

describe("a handover record", () => {
  it("says a number, in few bytes", () => {
    for (const number of [0, 1, 127, 128, 300, 16_383, 16_384, 2 ** 31, 2 ** 40]) {
      expect(decodeRecord(encodeRecord(number))).toBe(number);
    }
    expect(encodeRecord(5000)).toHaveLength(2);
  });

  it("is none when it is empty, too long, cut off, goes on behind its end, or says too much", () => {
    for (const bytes of [
      [],
      [0x80],
      [1, 1],
      [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 1],
      [0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
    ])
      expect(decodeRecord(Uint8Array.from(bytes)), String(bytes)).toBeUndefined();
  });
});
