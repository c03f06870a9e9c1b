import { Protocol } from "@colyseus/sdk";
import { describe, expect, it } from "vitest";
import { frameKind } from "#player/colyseus/frames.ts";
import { Traffic } from "#player/traffic.ts";

/** Set on a frame that carries a time (Colyseus 0.18). */
const TIMED = 0x80;

describe("the kind of a frame", () => {
  it.each([
    ["state", Protocol.ROOM_STATE],
    ["state", Protocol.ROOM_STATE_PATCH],
    ["state", Protocol.ROOM_STATE_PATCH | TIMED],
    ["inputs", Protocol.ROOM_INPUT_RELIABLE],
    ["inputs", Protocol.ROOM_INPUT_RELIABLE | TIMED],
    ["messages", Protocol.ROOM_DATA],
    ["messages", Protocol.JOIN_ROOM],
    ["messages", Protocol.PING],
  ] as const)("is %s by its first byte %i", (kind, first) => {
    expect(frameKind(Uint8Array.of(first))).toBe(kind);
  });
});

describe("the traffic of a connection", () => {
  /** A connection that remembers what passes. */
  function connection() {
    const passed: string[] = [];
    const link = {
      events: {
        onmessage: (event: { data: ArrayBuffer }) => void passed.push(`down ${event.data.byteLength}`),
      },
      send: (data: Uint8Array) => void passed.push(`up ${data.length}`),
    };
    return { passed, link };
  }

  it("is counted by kind, both ways, and passes on", () => {
    const { passed, link } = connection();
    const traffic = new Traffic({ connection: link }, () => 0);
    link.events.onmessage({ data: Uint8Array.of(Protocol.ROOM_STATE_PATCH | TIMED, 1, 2, 3).buffer });
    link.events.onmessage({ data: Uint8Array.of(Protocol.ROOM_DATA, 1).buffer });
    link.send(Uint8Array.of(Protocol.ROOM_INPUT_RELIABLE, 1, 2));
    expect(traffic.bytes).toEqual({ state: 4, messages: 2, inputs: 3 });
    expect(passed).toEqual(["down 4", "down 2", "up 3"]);
  });

  it("is told per second, only what is received", () => {
    const { link } = connection();
    let now = 0;
    const traffic = new Traffic({ connection: link }, () => now);
    for (let patch = 0; patch < 25; patch++) {
      now += 40;
      link.events.onmessage({ data: Uint8Array.of(Protocol.ROOM_STATE_PATCH, 1, 2, 3).buffer });
      link.send(Uint8Array.of(Protocol.ROOM_INPUT_RELIABLE));
      traffic.patch();
    }
    expect(traffic.patchesPerSecond).toBe(25);
    expect(traffic.bytesPerSecond).toBe(100);
  });

  it("is not counted any more when it is let go", () => {
    const { passed, link } = connection();
    const traffic = new Traffic({ connection: link }, () => 0);
    traffic.dispose();
    link.send(Uint8Array.of(Protocol.ROOM_INPUT_RELIABLE));
    link.events.onmessage({ data: Uint8Array.of(Protocol.ROOM_DATA).buffer });
    expect(traffic.bytes).toEqual({ state: 0, inputs: 0, messages: 0 });
    expect(passed).toEqual(["up 1", "down 1"]);
  });
});
