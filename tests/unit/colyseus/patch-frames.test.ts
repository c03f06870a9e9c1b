import { Protocol, ProtocolModifier } from "@colyseus/core";
import { describe, expect, it } from "vitest";
import { PatchFrames } from "#colyseus/server/patch-frames.ts";

const TIMING = { sNow: 70_000 };

function bytes(length: number, first: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (first + i) & 255);
}

describe("patch frames", () => {
  it("begin with the time and what is acknowledged", () => {
    const frames = new PatchFrames();
    frames.at(TIMING);
    frames.begin(3, 258);
    frames.add(Uint8Array.of(9, 1, 2, 3, 9), 1, 4);
    const kind = Protocol.ROOM_STATE_PATCH | ProtocolModifier.TIMED;
    const time = [70_000 & 255, (70_000 >> 8) & 255, 70_000 >> 16, 0];
    expect([...frames.end()]).toEqual([kind, ...time, 2, 1, 0, 0, 1, 2, 3]);
  });

  it("begin with their kind alone in a room without inputs", () => {
    const frames = new PatchFrames();
    frames.at(undefined);
    frames.begin(1, 0);
    frames.add(Uint8Array.of(5), 0, 1);
    expect([...frames.end()]).toEqual([Protocol.ROOM_STATE_PATCH, 5]);
  });

  it("stay as they are, whatever is written after them", () => {
    const frames = new PatchFrames();
    frames.at(undefined);
    const lengths = [1, 47, 48, 49, 300, 5000, 16_000, 16_384, 40_000, 7];
    const made = Array.from({ length: 60 }, (_, i) => {
      const parts = [bytes(lengths[i % lengths.length] ?? 0, i), bytes(i, 2 * i)];
      frames.begin(
        parts.reduce((sum, { length }) => sum + length, 0),
        0,
      );
      for (const part of parts) frames.add(part, 0, part.length);
      return { frame: frames.end(), wanted: Buffer.concat([Buffer.of(Protocol.ROOM_STATE_PATCH), ...parts]) };
    });
    for (const { frame, wanted } of made) expect(frame.equals(wanted)).toBe(true);
  });
});
