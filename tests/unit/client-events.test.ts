import { describe, expect, it } from "vitest";
import { EventSchedule } from "#client/netcode/events.ts";
import type { GameEvent } from "#shared/simulation/types.ts";

const push = (id: string, tick: number): GameEvent => ({
  type: "push",
  tick,
  id,
  x: 0,
  y: 0,
  aim: 0,
  charge: 0,
});
const fall = (id: string, tick: number): GameEvent => ({
  type: "fall",
  tick,
  id,
  x: 0,
  y: 0,
  by: "",
  streak: 0,
});
const phase = (tick: number): GameEvent => ({ type: "phase", tick, phase: "playing" });

describe("what others do", () => {
  it("is shown when the delayed picture gets there, not before", () => {
    const schedule = new EventSchedule("me");
    schedule.receive({ time: 1000, tick: 50, events: [push("you", 50)] });
    expect(schedule.take(999)).toEqual([]);
    expect(schedule.take(1000)).toEqual([push("you", 50)]);
    expect(schedule.take(1001)).toEqual([]);
  });

  it("is shown at its own step when that was before the patch: 20 ms a tick", () => {
    const schedule = new EventSchedule("me");
    schedule.receive({ time: 1000, tick: 50, events: [push("you", 49), push("you", 50)] });
    expect(schedule.take(980)).toEqual([push("you", 49)]);
    expect(schedule.take(1000)).toEqual([push("you", 50)]);
  });

  it("is not shown any more when it is three seconds old: the tab was away", () => {
    const schedule = new EventSchedule("me");
    schedule.receive({ time: 1000, tick: 50, events: [fall("you", 50)] });
    expect(schedule.take(4001)).toEqual([]);
    expect(schedule.take(1000)).toEqual([]);
  });
});

describe("what oneself does", () => {
  it("is shown at once, and the server's copy of it is not shown again", () => {
    const schedule = new EventSchedule("me");
    schedule.predict(push("me", 7));
    expect(schedule.take(0)).toEqual([push("me", 7)]);
    schedule.receive({ time: 1000, tick: 50, events: [push("me", 50)] });
    expect(schedule.take(2000)).toEqual([]);
  });

  it("is shown when the server says it, if only the server can know it", () => {
    const schedule = new EventSchedule("me");
    schedule.receive({ time: 1000, tick: 50, events: [fall("me", 50)] });
    expect(schedule.take(0)).toEqual([fall("me", 50)]);
  });
});

describe("what happens to the match", () => {
  it("is shown at once, as the newest state is", () => {
    const schedule = new EventSchedule("me");
    schedule.receive({ time: 1000, tick: 50, events: [phase(50)] });
    expect(schedule.take(0)).toEqual([phase(50)]);
  });
});
