import { describe, expect, it } from "vitest";
import { LateStates } from "#player/netcode/late-states.ts";
import { LineChoice, type LineView } from "#player/netcode/line-choice.ts";
import { LineKeeper } from "#player/netcode/line-keeper.ts";
import type { MovableTransport, MoveOutcome } from "#transports/contract/movable.ts";

/** Time (ms) between two states. */
const PATCH_MS = 40;
/** Pause (ms) after which WebRTC is tried again. */
const PAUSE_MS = 30_000;

describe("late states", () => {
  it("are counted over ten seconds, those that one loss holds up as one episode", () => {
    const late = new LateStates();
    for (let i = 0; i < 250; i++) late.note(i * PATCH_MS, i >= 100 && i < 105);
    expect(late.record).toEqual({ share: 5 / 250, episodes: 1, states: 250 });
    for (let i = 250; i < 260; i++) late.note(i * PATCH_MS, i === 255);
    expect(late.record.episodes).toBe(2);
    for (let i = 260; i < 600; i++) late.note(i * PATCH_MS, false);
    expect(late.record).toMatchObject({ share: 0, episodes: 0 });
    late.clear();
    expect(late.record).toEqual({ share: 0, episodes: 0, states: 0 });
  });
});

describe("the choice between WebSocket and WebRTC", () => {
  const view = (transport: LineView["transport"], share: number, episodes = 2, states = 250): LineView => ({
    transport,
    record: { share, episodes, states },
    silentMs: 20,
  });

  it("leaves WebSocket for two losses in ten seconds, and not for one long stall or the first few states", () => {
    const choice = new LineChoice();
    expect(choice.look(0, view("websocket", 0.019))).toBeUndefined();
    expect(choice.look(0, view("websocket", 0.2, 1))).toBeUndefined();
    expect(choice.look(0, view("websocket", 0.2, 2, 20))).toBeUndefined();
    expect(choice.look(0, view("websocket", 0.04))).toEqual({
      to: "webrtc",
      why: "losses_so_webrtc?percent=4",
    });
  });

  it("leaves WebRTC when it is no better after ten seconds, and comes again later each time", () => {
    const choice = new LineChoice();
    choice.look(0, view("websocket", 0.05));
    choice.ended(1000, "webrtc", true);
    expect(choice.look(10_000, view("webrtc", 0.3)), "too soon").toBeUndefined();
    expect(choice.look(11_000, view("webrtc", 0.04)), "better").toBeUndefined();
    expect(choice.look(11_000, view("webrtc", 0.05))).toEqual({
      to: "websocket",
      why: "no_better_so_back?percent=5",
    });
    choice.ended(11_000, "websocket", true);
    expect(choice.look(11_000 + PAUSE_MS - 1, view("websocket", 0.05))).toBeUndefined();
    expect(choice.look(11_000 + PAUSE_MS, view("websocket", 0.05))?.to).toBe("webrtc");
    choice.ended(50_000, "webrtc", false);
    expect(choice.look(50_000 + 2 * PAUSE_MS - 1, view("websocket", 0.05))).toBeUndefined();
    expect(choice.look(50_000 + 2 * PAUSE_MS, view("websocket", 0.05))?.to).toBe("webrtc");
  });

  it("leaves WebRTC at once when it is silent", () => {
    const choice = new LineChoice();
    choice.ended(0, "webrtc", true);
    expect(choice.look(500, { ...view("webrtc", 0), silentMs: 999 })).toBeUndefined();
    expect(choice.look(500, { ...view("webrtc", 0), silentMs: 1000 })?.to).toBe("websocket");
  });

  it("lets other transports be: they are used where neither works", () => {
    for (const name of ["sse", "long-polling", "polling"] as const)
      expect(new LineChoice().look(0, view(name, 0.5))).toBeUndefined();
  });
});

describe("a line that is kept", () => {
  /** A page over WebSocket, and what has been asked of its transport. */
  function page({ isFree = true, name = "websocket" } = {}) {
    let now = 0;
    const asked: string[] = [];
    let done: (outcome: MoveOutcome) => void = () => {};
    const lines = {
      name,
      isFree,
      isMoving: false,
      moves: 0,
      move(to: string, why: string, ended: typeof done = () => {}) {
        asked.push(`${to}: ${why}`);
        lines.isMoving = true;
        done = ended;
        return true;
      },
    };
    const keeper = new LineKeeper(
      () => lines as unknown as MovableTransport,
      () => 2,
      () => now,
    );
    let tick = 0;
    return {
      asked,
      lines,
      keeper,
      /** Lets states come for so many patches; every 50th and the four behind it by `lateMs` later. */
      play(patches: number, { lateMs = 0, pageStallMs = 0, inputMargin = 5 } = {}) {
        for (let i = 0; i < patches; i++) {
          const isHeld = i % 50 >= 45;
          const base = tick * 20 + 30;
          for (; now < base; now += 5) keeper.look(now);
          if (isHeld && lateMs > 0) {
            for (const until = base + lateMs; now < until; now += 5) if (pageStallMs === 0) keeper.look(now);
          }
          tick += 2;
          keeper.state({ sentAt: (tick - 2) * 20, netRate: 25, inputMargin: isHeld ? inputMargin : 5 });
          keeper.look(now);
        }
      },
      ended: (moved: boolean) => {
        lines.isMoving = false;
        if (moved) {
          lines.moves += 1;
          lines.name = "webrtc";
        }
        done({ to: "webrtc", moved, why: "" });
      },
    };
  }

  it("is left when states come late, once, with the share as the reason", () => {
    const { play, asked } = page();
    play(240, { lateMs: 150 });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^webrtc: losses_so_webrtc\?percent=\d+$/);
  });

  it("is left when the server says that inputs come late", () => {
    const { play, asked } = page();
    play(240, { inputMargin: -100 });
    expect(asked).toHaveLength(1);
  });

  it("is kept when inputs are late by less than a patch, as those of a busy page are", () => {
    const { play, asked } = page();
    play(240, { inputMargin: -30 });
    expect(asked).toEqual([]);
  });

  it("is kept while states are in time, and when the page itself stood still", () => {
    const quiet = page();
    quiet.play(500);
    expect(quiet.asked).toEqual([]);
    const busy = page();
    busy.play(240, { lateMs: 150, pageStallMs: 1 });
    expect(busy.asked).toEqual([]);
  });

  it("is kept where the player has chosen it", () => {
    const { play, asked } = page({ isFree: false });
    play(240, { lateMs: 150 });
    expect(asked).toEqual([]);
  });

  it("begins afresh after a move", () => {
    const { play, ended, keeper } = page();
    play(240, { lateMs: 150 });
    ended(true);
    play(5);
    expect(keeper.record.states).toBeLessThan(5);
  });
});
