import { describe, expect, it } from "vitest";
import { seededDice } from "#shared/random.ts";
import { CLEAR_LINE, LineModel, type LineProfile } from "#transports/simulated/line-model.ts";

/** Sends a message every 20 ms. Returns how long each took (ms), undefined for a lost one. */
function times(profile: Partial<LineProfile>, kind: "stream" | "datagram", seed = 7, count = 5000) {
  const link = new LineModel({ ...CLEAR_LINE, ...profile }, seededDice(seed), kind);
  return Array.from({ length: count }, (_, i) => {
    const arrival = link.arrival(i * 20);
    return arrival === undefined ? undefined : arrival - i * 20;
  });
}

describe("a simulated stream", () => {
  it("loses nothing and keeps the order, whatever the link does to its segments", () => {
    const took = times({ delayMs: 75, jitterMs: 60, loss: 0.2 }, "stream");
    const arrivals = took.map((time, i) => (time ?? Number.NaN) + i * 20);
    for (let i = 1; i < arrivals.length; i++) {
      expect(arrivals[i]).toBeGreaterThanOrEqual(arrivals[i - 1] ?? Number.NaN);
    }
  });

  it("holds up what follows a lost segment until the sender noticed and sent it again", () => {
    const took = times({ delayMs: 75, loss: 0.05 }, "stream");
    const share = (above: number) => took.filter((time) => (time ?? 0) > above).length / took.length;
    // The first loss costs a round trip and three segments: 150 + 60 ms, and everybody behind waits with it.
    expect(Math.max(...took.slice(0, 200).map((time) => time ?? 0))).toBeGreaterThanOrEqual(75 + 150 + 60);
    // 5 % of segments hold up the ten behind them: a good third of all is late, most is not.
    expect(share(80)).toBeGreaterThan(0.25);
    expect(share(80)).toBeLessThan(0.5);
  });

  it("takes its delay plus or minus the jitter when nothing is lost", () => {
    const took = times({ delayMs: 75, jitterMs: 15 }, "stream") as number[];
    expect(Math.min(...took)).toBeGreaterThanOrEqual(60);
    expect(Math.max(...took)).toBeLessThanOrEqual(90);
    expect(Math.max(...took) - Math.min(...took)).toBeGreaterThan(25);
  });

  it("brings at once what a stall held back", () => {
    const took = times({ delayMs: 10, stalls: { everyMs: 2000, lengthMs: 500 } }, "stream") as number[];
    expect(Math.max(...took)).toBeGreaterThan(450);
    expect(took.filter((time) => time > 10).length / took.length).toBeCloseTo(0.25, 1);
    const byHand = new LineModel(CLEAR_LINE, seededDice(1), "stream");
    byHand.holdUntil(700);
    expect([byHand.arrival(100), byHand.arrival(650), byHand.arrival(720)]).toEqual([700, 700, 720]);
  });
});

describe("simulated datagrams", () => {
  it("are lost for good, and overtake each other", () => {
    const took = times({ delayMs: 75, jitterMs: 60, loss: 0.3 }, "datagram");
    const lost = took.filter((time) => time === undefined).length / took.length;
    expect(lost).toBeGreaterThan(0.27);
    expect(lost).toBeLessThan(0.33);
    const arrivals = took.flatMap((time, i) => (time === undefined ? [] : [time + i * 20]));
    expect(arrivals.some((arrival, i) => arrival < (arrivals[i - 1] ?? 0))).toBe(true);
  });

  it("are lost in bursts where the link has bursts", () => {
    const took = times({ burst: { enter: 0.02, leave: 0.2, loss: 0.8 } }, "datagram");
    const pairs = took.filter((time, i) => time === undefined && took[i + 1] === undefined).length;
    const lost = took.filter((time) => time === undefined).length;
    // Two in a row would be as rare as the square of the loss if they came one by one.
    expect(pairs / lost).toBeGreaterThan(3 * (lost / took.length));
  });
});

describe("a simulated link", () => {
  it("does the same for the same seed, and something else for another", () => {
    const rough = { delayMs: 75, jitterMs: 30, loss: 0.05 };
    expect(times(rough, "stream", 3)).toEqual(times(rough, "stream", 3));
    expect(times(rough, "stream", 3)).not.toEqual(times(rough, "stream", 4));
  });
});
