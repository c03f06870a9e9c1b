import { Protocol } from "@colyseus/core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { seededDice } from "#shared/random.ts";
import type { ClientTransport, TransportEvents } from "#transports/contract/client-transport.ts";
import { Close } from "#transports/contract/close-codes.ts";
import type { MovableTransport, MoveOutcome } from "#transports/contract/movable.ts";
import { PLAIN_ROOMS } from "#transports/contract/protocol.ts";
import { movingTransport } from "#transports/moving/client.ts";
import { NumberedFrames } from "#transports/moving/numbered-frames.ts";
import { FrameRules } from "#transports/pipeline/frames.ts";
import { TransportMeter } from "#transports/pipeline/meter.ts";
import { Session } from "#transports/pipeline/session.ts";
import { alarm } from "#transports/simulated/delay-queue.ts";
import { type Arrived, Wire } from "./wire.ts";

/** Time (ms) that the server keeps a seat whose line was cut before the room hears of it. */
const HOLD_MS = 2500;

let wires: Wire[];
let session: Session | undefined;
let arrived: Arrived;
let client: MovableTransport;
/** Numbers that came at each end. */
let up: number[];
let down: number[];
let serverClosed: number[];
let clientClosed: number[];
let rescues: number;
let serverMoves: number;

const numberOf = (frame: Uint8Array): number => ((frame[1] ?? 0) << 8) | (frame[2] ?? 0);
const numbered = (number: number): Uint8Array => Uint8Array.of(Protocol.ROOM_DATA, number >> 8, number & 255);
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

beforeEach(() => {
  vi.useFakeTimers();
  wires = [];
  up = [];
  down = [];
  serverClosed = [];
  clientClosed = [];
  rescues = 0;
  serverMoves = 0;
  session = undefined;
  const deps = {
    rules: new FrameRules(PLAIN_ROOMS),
    log: { debug() {}, info() {}, warn() {}, child: () => deps.log },
    meterOf: () => new TransportMeter(),
    expelled() {},
    moved: () => {
      serverMoves += 1;
    },
  };
  arrived = (url, wire) => {
    const connection = { transport: "memory", address: "10.0.0.1" };
    if (url.searchParams.has("move")) session?.moveTo(wire.peer, connection);
    else {
      session = new Session(wire.peer, connection, deps, new NumberedFrames());
      session.on("message", (frame) => up.push(numberOf(frame)));
      session.on("close", (code) => serverClosed.push(code));
    }
  };
  const make = (events: TransportEvents): ClientTransport => {
    const wire = new Wire(events, (url, on) => arrived(url, on));
    wires.push(wire);
    return wire.end;
  };
  client = movingTransport({
    first: make,
    other: () => make,
    isFree: () => true,
    secret: () => "a-secret-of-many-letters",
    now: () => performance.now(),
    later: alarm,
    rescue(_cut, tried) {
      rescues += 1;
      return tried < 2 ? { to: "websocket", why: "cut_so_again" } : undefined;
    },
  })({
    onmessage: ({ data }) => down.push(numberOf(data instanceof Uint8Array ? data : new Uint8Array(data))),
    onclose: ({ code }) => clientClosed.push(code),
  });
  client.connect("ws://host/process/room?sessionId=abc");
});
afterEach(() => vi.useRealTimers());

let sentUp = 0;
let sentDown = 0;
beforeEach(() => {
  sentUp = 0;
  sentDown = 0;
});

/** Both ends send for a while: 50 frames a second up, 25 down. */
function play(ms: number): void {
  for (let passed = 0; passed < ms; passed += 20) {
    client.send(numbered(++sentUp));
    if (passed % 40 === 0) session?.send(numbered(++sentDown));
    vi.advanceTimersByTime(20);
  }
}

describe("a seat that moves", () => {
  it("gets each frame once and in order at both ends, however often and when it moves, and whatever dies meanwhile", () => {
    for (let seed = 1; seed <= 10; seed++) {
      const roll = seededDice(seed);
      for (let move = 0; move < 30; move++) {
        play(20 * Math.ceil(roll() * 15));
        const before = wires.length;
        client.move("webrtc", "chosen");
        const [old, fresh] = [wires[before - 1], wires[before]];
        if (fresh === undefined) continue;
        fresh.delayMs = 5 + roll() * 120;
        play(20 * Math.floor(roll() * 8));
        // One move in three, the old line dies in the middle of it; one in three, it goes silent.
        const fate = roll();
        if (fate < 1 / 3) old?.cut();
        else if (fate < 2 / 3 && old !== undefined) old.silent = true;
        play(600);
        if (client.isMoving) play(12_000);
      }
      expect(up).toEqual(upTo(up.length));
      expect(down).toEqual(upTo(down.length));
      vi.advanceTimersByTime(1000);
      expect([up.length, down.length]).toEqual([sentUp, sentDown]);
    }
    expect([serverClosed, clientClosed]).toEqual([[], []]);
    expect(client.moves).toBeGreaterThan(200);
    expect(serverMoves).toBeGreaterThanOrEqual(client.moves);
  });

  it("stays where it is when the new line never opens, and says so", () => {
    play(200);
    const outcomes: MoveOutcome[] = [];
    arrived = () => {};
    expect(client.move("webrtc", "chosen", (outcome) => outcomes.push(outcome))).toBe(true);
    expect(client.move("sse", "chosen"), "a second one at once").toBe(false);
    play(11_000);
    expect(outcomes).toEqual([{ to: "webrtc", moved: false, why: "move_too_slow" }]);
    expect(down).toEqual(upTo(sentDown - 1).concat(down.length === sentDown ? [sentDown] : []));
    expect([client.isMoving, client.moves, clientClosed]).toEqual([false, 0, []]);
  });

  it("stays where it is when the server no longer has what the page lacks", () => {
    play(200);
    const outcomes: MoveOutcome[] = [];
    const [first] = wires;
    if (first !== undefined) first.silent = true;
    for (let i = 0; i < 400; i++) session?.send(new Uint8Array(2000).fill(Protocol.ROOM_DATA));
    client.move("webrtc", "chosen", (outcome) => outcomes.push(outcome));
    vi.advanceTimersByTime(500);
    expect(outcomes).toEqual([{ to: "webrtc", moved: false, why: "moved_too_late" }]);
  });

  it("says good-bye with the code of its end when it ends in the middle of a move", () => {
    play(200);
    client.move("webrtc", "chosen");
    vi.advanceTimersByTime(70);
    client.close(4000);
    vi.advanceTimersByTime(200);
    expect(serverClosed).toEqual([4000]);
  });

  it("is not begun before the first frame, nor without a connection", () => {
    expect(client.move("webrtc", "chosen")).toBe(false);
    play(100);
    client.close(1000);
    expect(client.move("webrtc", "chosen")).toBe(false);
  });
});

describe("a line that is cut", () => {
  it("is replaced before the room hears of it", () => {
    play(200);
    wires[0]?.cut();
    play(400);
    expect(rescues).toBe(1);
    expect([serverClosed, clientClosed]).toEqual([[], []]);
    expect(client.reason).toBe("cut_so_again");
    vi.advanceTimersByTime(200);
    expect([up, down]).toEqual([upTo(sentUp), upTo(sentDown)]);
  });

  it("is the end, at both ends, when no other one comes", () => {
    play(200);
    arrived = (_url, wire) => wire.cut();
    wires[0]?.cut();
    vi.advanceTimersByTime(0);
    expect(clientClosed).toEqual([1006]);
    expect(serverClosed).toEqual([]);
    vi.advanceTimersByTime(HOLD_MS);
    expect(serverClosed).toEqual([1006]);
    expect(session?.readyState).toBe(3);
  });

  it("ends at once what is closed meanwhile, by either end", () => {
    play(200);
    arrived = () => {};
    wires[0]?.cut();
    session?.close(Close.NORMAL, "");
    expect(serverClosed).toEqual([Close.NORMAL]);
    client.close(Close.NORMAL);
    expect(clientClosed).toEqual([Close.NORMAL]);
  });

  it("is no cut when somebody said a code", () => {
    play(200);
    session?.close(4000, "");
    vi.advanceTimersByTime(100);
    expect([serverClosed, clientClosed, rescues]).toEqual([[4000], [4000], 0]);
  });
});

describe("a stranger on a new line", () => {
  it("who says no record is refused, and the seat goes on over the old line", () => {
    play(200);
    const wire = new Wire({}, () => {});
    wire.end.isOpen = true;
    session?.moveTo(wire.peer, { transport: "memory", address: "10.0.0.2" });
    wire.end.send(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff));
    play(200);
    expect(wire.peer.readyState).toBe(3);
    expect(serverClosed).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(up).toEqual(upTo(sentUp));
  });

  it("who says nothing is let go, and so is the one before when another comes", () => {
    play(200);
    const make = (): Wire => {
      const wire = new Wire({}, () => {});
      session?.moveTo(wire.peer, { transport: "memory", address: "10.0.0.2" });
      return wire;
    };
    const first = make();
    const second = make();
    expect([first.peer.readyState, second.peer.readyState]).toEqual([3, 1]);
    vi.advanceTimersByTime(9000);
    expect(second.peer.readyState).toBe(3);
    expect(serverClosed).toEqual([]);
  });
});
