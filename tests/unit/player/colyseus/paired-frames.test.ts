import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PairedFrames } from "#player/colyseus/paired-frames.ts";
import { fakeLine } from "./fake-line.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "info").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A room that is in, and what it sends from here on. */
function line() {
  const { room, connect, letIn, sent } = fakeLine();
  connect();
  letIn();
  sent.length = 0;
  room.send("vote");
  room.send("ready");
  const [vote, ready] = sent.splice(0).map((frame) => [...frame]);
  return { room, frames: new PairedFrames(room), sent, vote: vote ?? [], ready: ready ?? [] };
}

describe("frames in twos", () => {
  it("leave as one, in their order", () => {
    const { room, frames, sent, vote, ready } = line();
    expect(frames.hold(() => room.send("vote"))).toBe(true);
    expect([frames.holds, sent.length]).toEqual([true, 0]);
    expect(frames.send(() => room.send("ready"))).toBe(true);
    expect(sent.map((frame) => [...frame])).toEqual([[...vote, ...ready]]);
    expect(frames.holds).toBe(false);
  });

  it("let the first one go alone when there is no second, and nothing when it was for another connection", () => {
    const { room, frames, sent, vote } = line();
    frames.hold(() => room.send("vote"));
    frames.release();
    frames.release();
    expect(sent.map((frame) => [...frame])).toEqual([vote]);
    frames.hold(() => room.send("vote"));
    frames.drop();
    frames.release();
    expect(sent.length).toBe(1);
  });

  it("are none where the room sends nothing", () => {
    const { frames, sent } = line();
    expect(frames.hold(() => {})).toBe(false);
    expect([frames.holds, sent.length]).toEqual([false, 0]);
  });
});
