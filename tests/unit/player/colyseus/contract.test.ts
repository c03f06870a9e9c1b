import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { CloseCode, ErrorCode, Protocol } from "@colyseus/sdk";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as written from "#player/colyseus/close-codes.ts";
import { frameKind, isPatch, isPong, PING } from "#player/colyseus/frames.ts";
import { holdBack, tapFrames } from "#player/colyseus/tap.ts";
import { transportOf } from "#player/colyseus/use-transport.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { ROOT } from "../../../support/layers/project-files.ts";
import { fakeLine, TIMED } from "./fake-line.ts";

/** The version of the SDK that all of this was read in. */
const KNOWN = "0.18.4";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "info").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe(`what we rely on inside @colyseus/sdk ${KNOWN}`, () => {
  it("is of the version that is installed", async () => {
    const manifest = JSON.parse(
      await readFile(join(ROOT, "node_modules/@colyseus/sdk/package.json"), "utf8"),
    );
    expect(
      manifest.version,
      "The SDK was upgraded: read game-player/colyseus against its source, then write the new version here.",
    ).toBe(KNOWN);
  });

  it("is what its codes are", () => {
    expect(CloseCode).toMatchObject(written.CloseCode);
    expect(ErrorCode).toMatchObject(written.ErrorCode);
  });

  it("is that a connection is assigned before it is used, so that its transport can be exchanged", () => {
    const { room, addresses, connect } = fakeLine();
    connect();
    expect(
      addresses,
      "The SDK no longer connects by the transport that was put into its connection.",
    ).toEqual(["ws://host/process/ROOM1?sessionId=me"]);
    expect(transportOf(room)).toEqual({ name: "polling", reason: "for a test" });
  });

  it("is that objects are packed as maps by a packer without records", () => {
    const { room, sent, connect, letIn } = fakeLine();
    connect();
    letIn();
    sent.length = 0;
    room.send("vote", { x: 1 });
    room.send("vote", { x: 1 });
    const frame = [Protocol.ROOM_DATA, 0xa4, ...new TextEncoder().encode("vote"), 0x81, 0xa1, 0x78, 1];
    expect(
      sent.map((bytes) => [...bytes]),
      "The SDK no longer packs messages by `packr`, or writes objects another way: the guard puts their sender out.",
    ).toEqual([frame, frame]);
  });

  it("is that frames come by `connection.events.onmessage` and leave by `connection.send`", () => {
    const { room, connect, letIn, down, sent } = fakeLine();
    connect();
    const seen: string[] = [];
    const stop = tapFrames(room, {
      down: (frame, next) => {
        seen.push(`down ${frame[0]}`);
        next(frame);
      },
      up: (frame, next) => {
        seen.push(`up ${frame[0]}`);
        next(frame);
      },
    });
    letIn();
    expect(seen, "The SDK no longer reads or writes its frames where we look at them.").toEqual([
      `down ${Protocol.JOIN_ROOM}`,
      `up ${Protocol.JOIN_ROOM}`,
    ]);
    stop();
    down(Protocol.PING);
    expect(seen.length).toBe(2);
    const release = holdBack(room, () => room.send("vote"));
    const before = sent.length;
    release?.();
    expect(sent.length).toBe(before + 1);
  });

  it("is what the first byte of a frame says", () => {
    const why = "The SDK numbers its frames another way.";
    expect([Protocol.JOIN_ROOM, Protocol.LEAVE_ROOM, Protocol.ROOM_DATA], why).toEqual([10, 12, 13]);
    expect([Protocol.ROOM_STATE, Protocol.ROOM_STATE_PATCH, Protocol.PING], why).toEqual([14, 15, 18]);
    expect(frameKind(Uint8Array.of(Protocol.ROOM_STATE_PATCH | TIMED)), why).toBe("state");
    expect(isPatch(Uint8Array.of(Protocol.ROOM_STATE)), why).toBe(false);
    expect(isPatch(Uint8Array.of(Protocol.ROOM_STATE_PATCH | TIMED)), why).toBe(true);
    expect(isPong(PING), why).toBe(true);
  });

  it("is which close codes mean what", () => {
    const { CONSENTED, SERVER_SHUTDOWN, WITH_ERROR, FAILED_TO_RECONNECT, MAY_TRY_RECONNECT } = CloseCode;
    expect(
      [CONSENTED, SERVER_SHUTDOWN, WITH_ERROR, FAILED_TO_RECONNECT, MAY_TRY_RECONNECT],
      "The SDK numbers its close codes another way, of which ends and texts of the game are chosen.",
    ).toEqual([4000, 4001, 4002, 4003, 4010]);
  });

  it("is that a refusal to let in is told by `onError`, and one before the first token is known by that", () => {
    const { room, transport, connect } = fakeLine();
    const told: unknown[] = [];
    room.onError((code, message) => void told.push([code, message]));
    connect();
    transport.close(CloseCode.WITH_ERROR, "The room is full.");
    expect(told, "The SDK has a token before it is let in, or waits for another event to give up.").toEqual([
      [CloseCode.WITH_ERROR, "The room is full."],
    ]);
  });

  it("is that a drop is told before the way back is tried for, and that it can be forbidden then", () => {
    const { room, transport, connect, letIn, addresses } = fakeLine();
    const told: string[] = [];
    connect();
    letIn();
    room.reconnection.minUptime = 0;
    room.onDrop(() => {
      told.push("drop");
      room.reconnection.enabled = false;
    });
    room.onLeave(() => void told.push("leave"));
    transport.close(CloseCode.MAY_TRY_RECONNECT);
    vi.advanceTimersByTime(10_000);
    expect(told, "`reconnection.enabled` is read before `onDrop` is told, or not at all.").toEqual([
      "drop",
      "leave",
    ]);
    expect(addresses.length).toBe(1);
  });

  it("is how the way back is tried for, and that the next token is known only after it is told of", () => {
    const { room, transport, connect, letIn, addresses } = fakeLine();
    const tokens: string[] = [];
    connect();
    letIn("first");
    Object.assign(room.reconnection, { minUptime: 0, maxDelay: 2000, maxRetries: 3 });
    room.onReconnect(() => void tokens.push(room.reconnectionToken));
    transport.close(CloseCode.MAY_TRY_RECONNECT);
    vi.advanceTimersByTime(2000);
    expect(addresses.at(-1), "The SDK asks for its seat in another way.").toContain(
      "reconnectionToken=first",
    );
    letIn("second");
    expect(
      [...tokens, room.reconnectionToken],
      "The token is new when `onReconnect` is told: `RoomSession.onToken` need not wait for a state any more.",
    ).toEqual(["ROOM1:first", "ROOM1:second"]);
  });

  it("is that a listener to one state hides that state from the one behind it", () => {
    const { room } = fakeLine();
    const heard: string[] = [];
    room.onStateChange.once(() => void heard.push("once"));
    room.onStateChange(() => void heard.push("always"));
    room.onStateChange.invoke(new ArenaState());
    expect(
      heard,
      "The SDK's `once` no longer makes others miss a state: `RoomSession.onBegin` may use it.",
    ).toEqual(["once"]);
  });

  it("is that the clock of a room may be exchanged and is told the time of each patch", () => {
    const { room, connect, letIn, down } = fakeLine();
    connect();
    letIn();
    const sampled: number[] = [];
    room.clock = { ...room.clock, sample: (roomTime) => void sampled.push(roomTime) };
    down(Protocol.PING | TIMED, 0xe8, 3, 0, 0, 0, 0, 0, 0);
    expect(sampled, "The SDK tells the time of a frame to something else than `room.clock`.").toEqual([1000]);
  });
});
