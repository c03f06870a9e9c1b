import { CloseCode, Protocol } from "@colyseus/sdk";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type ReconnectPolicy, RoomSession, WHILE_SEAT_IS_KEPT } from "#player/room-session.ts";
import { MATCH } from "#shared/tunables.ts";
import { fakeLine } from "./colyseus/fake-line.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "info").mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Longer (ms) than any pause between two tries. */
const NEXT_TRY = 2001;

/** A player who has been let in, with a first state or without. */
function session({ begun = true, policy = WHILE_SEAT_IS_KEPT as ReconnectPolicy } = {}) {
  const line = fakeLine();
  const stay = new RoomSession(line.room, { reconnect: policy });
  const ends: number[] = [];
  stay.onGone((code) => void ends.push(code));
  line.connect();
  line.letIn("first");
  if (begun) line.state();
  return {
    ...line,
    stay,
    ends,
    tries: () => line.addresses.length - 1,
    /** Lets tries fail until the session is over, or so many have. */
    fail(most: number) {
      for (let i = 0; i < most && ends.length === 0; i++) {
        vi.advanceTimersByTime(NEXT_TRY);
        line.transport.close(CloseCode.ABNORMAL_CLOSURE);
      }
    },
  };
}

describe("a connection that is lost", () => {
  it("is tried for again, and comes back to the same seat", () => {
    const { stay, letIn, addresses, ends } = session();
    const told: string[] = [];
    stay.onDrop(() => void told.push("drop"));
    stay.onBack(() => void told.push("back"));
    stay.cut();
    vi.advanceTimersByTime(NEXT_TRY);
    expect(addresses.at(-1)).toContain("reconnectionToken=first");
    letIn("second");
    expect([told, ends]).toEqual([["drop", "back"], []]);
  });

  it("is not tried for before the first state came: there is nothing yet to come back to", () => {
    const { stay, tries, ends } = session({ begun: false });
    stay.cut();
    vi.advanceTimersByTime(NEXT_TRY);
    expect([tries(), ends]).toEqual([0, [CloseCode.MAY_TRY_RECONNECT]]);
  });

  it("is given up when the tries are used up", () => {
    const { stay, fail, tries, ends } = session({ policy: { pauseMs: 2000, tries: 3 } });
    stay.cut();
    fail(10);
    expect([tries(), ends]).toEqual([3, [CloseCode.FAILED_TO_RECONNECT]]);
  });

  it("is not tried for once it is given up", () => {
    const { stay, tries } = session();
    stay.giveUp();
    vi.advanceTimersByTime(NEXT_TRY);
    expect(tries()).toBe(0);
  });
});

describe("the token of a seat", () => {
  it("comes with the first state, and a new one with the first state after a drop", () => {
    const { stay, letIn, state } = session({ begun: false });
    const tokens: string[] = [];
    stay.onToken((token) => void tokens.push(token));
    state();
    state();
    stay.cut();
    vi.advanceTimersByTime(NEXT_TRY);
    letIn("second");
    expect(tokens).toEqual(["ROOM1:first"]);
    state();
    expect(tokens).toEqual(["ROOM1:first", "ROOM1:second"]);
  });
});

describe("leaving", () => {
  const isGoodBye = (frame: Uint8Array): boolean => frame[0] === Protocol.LEAVE_ROOM;

  it("is said at once, and is done when the server has closed", async () => {
    const { stay, sent, transport } = session();
    const left = stay.leave();
    expect(sent.some(isGoodBye)).toBe(true);
    transport.close(CloseCode.CONSENTED);
    await left;
    // Once more is no harm.
    await stay.leave();
  });

  it("while the line is cut is said when it is back: else the character would stand there with nobody behind it", () => {
    const { stay, sent, letIn } = session();
    stay.cut();
    stay.leave();
    vi.advanceTimersByTime(NEXT_TRY);
    expect(sent.some(isGoodBye)).toBe(false);
    letIn("second");
    expect(sent.some(isGoodBye)).toBe(true);
  });

  it("over a line that does not come back is given up when the seat is gone", async () => {
    const endless = { pauseMs: 2000, tries: Number.MAX_SAFE_INTEGER };
    const { stay, fail, ends } = session({ policy: endless });
    stay.cut();
    const left = stay.leave();
    // One that was under way when the player left, and those that fit into the time.
    fail(1 + Math.ceil((MATCH.reconnectGrace * 1000) / 2000));
    await left;
    expect(ends).toEqual([CloseCode.FAILED_TO_RECONNECT]);
  });
});
