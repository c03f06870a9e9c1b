import { describe, expect, it } from "vitest";
import { agesOf, figuresOf, quantile, skippedOf } from "#lab/transports/figures.ts";
import type { PlayerLog } from "#lab/transports/protocol.ts";

describe("the age of the newest state", () => {
  it("grows with time and falls when a newer state comes, to the time that this one was under way", () => {
    // States are made at 100 and 140 ms and come 30 ms later.
    const stateTimes = [0, 100, 140];
    const arrivals: [number, number][] = [
      [1, 130],
      [2, 170],
    ];
    expect(agesOf({ arrivals }, stateTimes, 130, 190)).toEqual([
      30, 35, 40, 45, 50, 55, 60, 65, 30, 35, 40, 45,
    ]);
  });

  it("counts from the state that was there before the window", () => {
    expect(agesOf({ arrivals: [[1, 110]] }, [0, 100], 200, 210)).toEqual([100, 105]);
  });

  it("is not known before the first state", () => {
    expect(agesOf({ arrivals: [] }, [0, 100], 0, 50)).toEqual([]);
  });
});

describe("skipped states", () => {
  const seen = (...numbers: number[]) => ({
    arrivals: numbers.map((number): [number, number] => [number, 0]),
  });

  it("are those that somebody else has seen", () => {
    expect(skippedOf([seen(2, 4, 6, 8), seen(2, 8)])).toBe(2 / 8);
  });

  it("are none where the server itself left steps out", () => {
    expect(skippedOf([seen(2, 8), seen(2, 8)])).toBe(0);
  });
});

describe("a quantile", () => {
  it("lies between the samples around it", () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3, 4, 5], 1)).toBe(5);
  });

  it("is not a number without samples", () => {
    expect(quantile([], 0.5)).toBeNaN();
  });
});

describe("how smoothly it went", () => {
  const log = (changes: Partial<PlayerLog>): PlayerLog => ({
    arrivals: [
      [1, 10],
      [2, 50],
    ],
    ...{ inputToAck: [60], inputs: 50, messagesDown: 25, bytesDown: 1000, messagesUp: 50, bytesUp: 500 },
    ...{ disorder: 0, drops: 0, frames: 100, dryFrames: 0, moves: 0 },
    ...changes,
  });
  const measured = (players: PlayerLog[], inputTicks = { ticks: 200, starved: 3 }) => ({
    window: { fromMs: 0, untilMs: 1000, players, requests: 0, lateMs: 1 },
    ...{ stateTimes: [0, 5, 45], connectMs: [10], failedJoins: 0, processorUs: 1000, counters: [] },
    inputTicks,
  });

  it("is the share of all frames and of all ticks, and what players were carried by", () => {
    const players = [
      log({ dryFrames: 10, carrier: "webrtc", moves: 1 }),
      log({ frames: 300, dryFrames: 30, carrier: "websocket", moves: 2 }),
      log({ frames: 0, carrier: "webrtc" }),
    ];
    expect(figuresOf(measured(players))).toMatchObject({
      ...{ dry: 0.1, starved: 0.015, moves: 3 },
      carriers: { webrtc: 2, websocket: 1 },
    });
  });

  it("is not known of a control that draws nothing", () => {
    const figures = figuresOf({ ...measured([log({ frames: 0 })]), inputTicks: undefined });
    expect(figures.dry).toBeUndefined();
    expect(figures.starved).toBeUndefined();
  });
});
