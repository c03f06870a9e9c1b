import { describe, expect, it } from "vitest";
import { EventSchedule } from "#player/netcode/events.ts";
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
    schedule.receive({ events: [push("you", 50)] });
    expect(schedule.take(999)).toEqual([]);
    expect(schedule.take(1000)).toEqual([push("you", 50)]);
    expect(schedule.take(1001)).toEqual([]);
  });

  it("is shown at its own step when that was before the patch: 20 ms a tick", () => {
    const schedule = new EventSchedule("me");
    schedule.receive({ events: [push("you", 49), push("you", 50)] });
    expect(schedule.take(980)).toEqual([push("you", 49)]);
    expect(schedule.take(1000)).toEqual([push("you", 50)]);
  });

  it("is not shown any more when it is three seconds old: the tab was away", () => {
    const schedule = new EventSchedule("me");
    schedule.receive({ events: [fall("you", 50)] });
    expect(schedule.take(4001)).toEqual([]);
    expect(schedule.take(1000)).toEqual([]);
  });
});

describe("a blow that was taken back", () => {
  const hit = (id: string, tick: number): GameEvent => ({
    type: "hit",
    tick,
    id,
    by: "them",
    x: 0,
    y: 0,
    vx: 1,
    vy: 0,
    wobble: 8,
  });
  const parry: GameEvent = { type: "parry", tick: 54, id: "you", by: "them", x: 0, y: 0, since: 50 };

  it("is not shown when the picture has not got there yet", () => {
    const schedule = new EventSchedule("me");
    schedule.receive({ events: [hit("you", 50), hit("other", 50)] });
    schedule.receive({ events: [hit("you", 54), parry] });
    expect(schedule.take(1080)).toEqual([hit("other", 50), hit("you", 54), parry]);
  });

  it("stays what it was when it has been shown: it is followed by its parry", () => {
    const schedule = new EventSchedule("me");
    schedule.receive({ events: [hit("you", 50)] });
    expect(schedule.take(1000)).toEqual([hit("you", 50)]);
    schedule.receive({ events: [parry] });
    expect(schedule.take(1080)).toEqual([parry]);
  });

  it("is not confused with one that was answered in time, which takes nothing back", () => {
    const { since, ...inTime } = { ...parry, tick: 50 };
    const schedule = new EventSchedule("me");
    schedule.receive({ events: [inTime, hit("you", 50)] });
    expect(schedule.take(1000)).toEqual([inTime, hit("you", 50)]);
  });
});

describe("what oneself does", () => {
  it("is shown at once, and the server's copy of it is not shown again", () => {
    const schedule = new EventSchedule("me");
    schedule.predict(push("me", 7));
    expect(schedule.take(0)).toEqual([push("me", 7)]);
    schedule.receive({ events: [push("me", 50)] });
    expect(schedule.take(2000)).toEqual([]);
  });

  it("is shown when the server says it, if only the server can know it", () => {
    const schedule = new EventSchedule("me");
    schedule.receive({ events: [fall("me", 50)] });
    expect(schedule.take(0)).toEqual([fall("me", 50)]);
  });
});

describe("what happens to the match", () => {
  it("is shown at once, as the newest state is", () => {
    const schedule = new EventSchedule("me");
    schedule.receive({ events: [phase(50)] });
    expect(schedule.take(0)).toEqual([phase(50)]);
  });
});
