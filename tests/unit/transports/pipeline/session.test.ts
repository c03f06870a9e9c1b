import { EventEmitter } from "node:events";
import { getMessageBytes, Protocol } from "@colyseus/core";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { TransportLog } from "#transports/contract/log.ts";
import type { Peer } from "#transports/contract/peer.ts";
import { PLAIN_ROOMS } from "#transports/contract/protocol.ts";
import { FrameRules } from "#transports/pipeline/frames.ts";
import { TransportMeter } from "#transports/pipeline/meter.ts";
import { Session } from "#transports/pipeline/session.ts";

/** The bounds of `backlog.ts`. */
const LAG = 64 * 1024;
const HOPELESS = 256 * 1024;

class FakePeer extends EventEmitter implements Peer {
  readyState = 1;
  bufferedAmount = 0;
  sent: Uint8Array[] = [];
  closes: unknown[] = [];
  terminated = 0;

  send(frame: Uint8Array, _options?: object, done?: (error?: Error) => void): void {
    this.sent.push(frame);
    done?.();
  }

  close(code?: number, reason?: string): void {
    this.readyState = 2;
    this.closes.push([code, reason]);
  }

  terminate(): void {
    this.terminated += 1;
    this.emit("close", 1006);
  }
}

const lines: unknown[][] = [];
const log: TransportLog = {
  debug: (...line) => lines.push(line),
  info: (...line) => lines.push(line),
  warn: (...line) => lines.push(line),
  child: () => {
    throw new Error("A connection needs no log of its own.");
  },
};

const PATCH = Uint8Array.of(Protocol.ROOM_STATE_PATCH, 1, 2);
const PING = Uint8Array.of(Protocol.PING);
const message = (type: string): Uint8Array => getMessageBytes.raw(Protocol.ROOM_DATA, type, 1);
const kinds = (): number[] => peer.sent.map((frame) => (frame[0] ?? 0) & 0x1f);

let peer: FakePeer;
let meter: TransportMeter;
let session: Session;
let expelled: string[];
let received: Uint8Array[];
beforeEach(() => {
  vi.useFakeTimers();
  lines.length = 0;
  expelled = [];
  received = [];
  peer = new FakePeer();
  meter = new TransportMeter();
  const rooms = {
    ...PLAIN_ROOMS,
    deliveryOf: (type: string) => (type === "news" ? "latest" : "ordered"),
  } as const;
  session = new Session(
    peer,
    { transport: "memory", address: "10.0.0.1" },
    {
      rules: new FrameRules(rooms),
      log,
      meterOf: () => meter,
      expelled: (kind) => expelled.push(kind),
      moved() {},
    },
  );
  session.on("message", (frame) => received.push(frame));
  return () => vi.useRealTimers();
});

describe("what a player sends", () => {
  it("is counted, judged and handed on", () => {
    peer.emit("message", PING);
    expect(received).toEqual([PING]);
    expect(meter).toMatchObject({ connections: 1, messagesIn: 1, bytesIn: 1 });
    peer.emit("close", 1000);
    expect(meter.connections).toBe(0);
  });

  it("is counted even when it is refused, and ends the connection once", () => {
    peer.emit("message", Uint8Array.of(Protocol.ROOM_INPUT_UNRELIABLE, 1, 0xff));
    peer.emit("message", PING);
    expect(received).toEqual([]);
    expect(session.expelled).toBe(true);
    expect(expelled).toEqual(["garbage"]);
    expect(peer.closes).toEqual([[4002, "not_ours"]]);
    expect(meter.messagesIn).toBe(2);
    expect(lines).toHaveLength(1);
    vi.advanceTimersByTime(1000);
    expect(peer.terminated).toBe(1);
  });

  it("is too much beyond 400 frames at once", () => {
    for (let i = 0; i < 400; i++) peer.emit("message", PING);
    expect(received).toHaveLength(400);
    peer.emit("message", PING);
    expect(expelled).toEqual(["flood"]);
  });

  it("that nobody can handle ends the connection, and not the process", () => {
    session.on("message", () => {
      throw new Error("a bug");
    });
    peer.emit("message", PING);
    expect(expelled).toEqual(["fault"]);
    // Once in each line: a log that adds it to every line would write it twice.
    const sparing = { transport: "memory" };
    expect(lines.map(([fields]) => fields)).toMatchObject([{ sparing }, { sparing }]);
  });

  it("that its transport does not understand ends the connection as well", () => {
    peer.emit("breach", "flood", "Too often.");
    expect(peer.closes).toEqual([[4002, "Too often."]]);
    expect(expelled).toEqual(["flood"]);
  });
});

describe("a player who reads too slowly", () => {
  const told: string[] = [];
  let whole: number;
  beforeEach(() => {
    told.length = 0;
    whole = 0;
    session.keepLatest({
      resume() {
        whole += 1;
        return true;
      },
      tell: (event) => told.push(event),
    });
    peer.bufferedAmount = LAG + 1;
  });

  it("misses what something newer replaces, and gets the whole state when all has arrived", async () => {
    session.send(PATCH);
    session.send(message("news"));
    expect(kinds()).toEqual([]);
    expect(told).toEqual(["lagging"]);
    peer.bufferedAmount = 0;
    session.send(message("news"));
    expect(whole).toBe(0);
    session.send(PATCH);
    await Promise.resolve();
    expect(whole).toBe(1);
    expect(told).toEqual(["lagging", "caught up"]);
    session.send(PATCH);
    expect(kinds()).toEqual([Protocol.ROOM_STATE_PATCH]);
  });

  it("misses nothing of what is said to them, nor answers, nor the good-bye", () => {
    session.send(message("chat"));
    session.send(PING);
    session.close(4000, "bye");
    expect(kinds()).toEqual([Protocol.ROOM_DATA, Protocol.PING]);
    expect(peer.closes).toEqual([[4000, "bye"]]);
  });

  it("is given up with a reason when even that is too much, and may come back", () => {
    peer.bufferedAmount = HOPELESS + 1;
    session.send(message("chat"));
    session.send(message("chat"));
    expect(peer.closes).toEqual([[4010, "not_taken"]]);
    expect(session.expelled).toBe(false);
    vi.advanceTimersByTime(1000);
    expect(peer.terminated).toBe(1);
  });

  it("tells whoever waits for a frame that was left out", () => {
    const done = vi.fn();
    session.send(PATCH, undefined, done);
    expect(done).toHaveBeenCalledOnce();
  });
});
