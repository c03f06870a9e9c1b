import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CLEAR_NETWORK,
  CONDITION_LIMITS,
  clampConditions,
  conditionsInWords,
  conditionsOfQuery,
  isSimulated,
  NETWORK_PRESETS,
  type NetworkConditions,
  profileOf,
  removeConditions,
} from "#client/session/network-conditions.ts";

const of = (query: string): NetworkConditions => conditionsOfQuery(new URLSearchParams(query));

describe("a network from the address", () => {
  it("is the real one when nothing is asked for", () => {
    expect(of("?name=Ann")).toEqual(CLEAR_NETWORK);
    expect(profileOf(of(""))).toBeUndefined();
  });

  it("has the figures that are given", () => {
    expect(of("?delay=75&jitter=15&loss=5")).toEqual({
      ...CLEAR_NETWORK,
      delayMs: 75,
      jitterMs: 15,
      lossPercent: 5,
    });
    expect(of("?stall=2000&stallEvery=20")).toEqual({ ...CLEAR_NETWORK, stallMs: 2000, stallEveryS: 20 });
  });

  it("is clamped, and what is no number is not there", () => {
    expect(of("?delay=1e9&jitter=-5&loss=lots&stall=&stallEvery=Infinity")).toEqual({
      delayMs: CONDITION_LIMITS.delayMs.max,
      jitterMs: 0,
      lossPercent: CLEAR_NETWORK.lossPercent,
      stallMs: 0,
      stallEveryS: CONDITION_LIMITS.stallEveryS.max,
    });
  });

  it("is within the limits whatever the address says", () => {
    fc.assert(
      fc.property(fc.string(), fc.double(), (text, number) => {
        const conditions = of(`?delay=${encodeURIComponent(text)}&loss=${number}&stall=${number}`);
        for (const name of Object.keys(CONDITION_LIMITS) as (keyof NetworkConditions)[]) {
          expect(conditions[name]).toBeGreaterThanOrEqual(CONDITION_LIMITS[name].min);
          expect(conditions[name]).toBeLessThanOrEqual(CONDITION_LIMITS[name].max);
        }
      }),
    );
  });

  it("can be taken out of it, and nothing else is", () => {
    const query = new URLSearchParams("?room=ABCDE&delay=75&jitter=1&loss=2&stall=3&stallEvery=10&name=Ann");
    removeConditions(query);
    expect(query.toString()).toBe("room=ABCDE&name=Ann");
  });
});

describe("a simulated network", () => {
  it("is what the model of a line takes", () => {
    expect(profileOf({ delayMs: 75, jitterMs: 15, lossPercent: 5, stallMs: 2000, stallEveryS: 20 })).toEqual({
      delayMs: 75,
      jitterMs: 15,
      loss: 0.05,
      stalls: { everyMs: 20_000, lengthMs: 2000 },
    });
  });

  it("always lets something through between two stalls", () => {
    const { stallMs, stallEveryS } = CONDITION_LIMITS;
    expect(stallMs.max).toBeLessThan(stallEveryS.min * 1000);
  });

  it("is said in words that name only what there is", () => {
    expect(conditionsInWords({ ...CLEAR_NETWORK, delayMs: 75, jitterMs: 15, lossPercent: 5 })).toBe(
      "75 ms ±15 each way, 5 % loss",
    );
    expect(conditionsInWords({ ...CLEAR_NETWORK, stallMs: 1500, stallEveryS: 20 })).toBe(
      "1.5 s stall every 20 s",
    );
  });

  it("of every preset is within the limits and on their steps", () => {
    for (const { conditions } of NETWORK_PRESETS) {
      expect(clampConditions(conditions)).toEqual(conditions);
      for (const name of Object.keys(CONDITION_LIMITS) as (keyof NetworkConditions)[]) {
        expect(conditions[name] % CONDITION_LIMITS[name].step).toBe(0);
      }
    }
  });

  it("is off only in the first preset", () => {
    expect(NETWORK_PRESETS.map(({ conditions }) => isSimulated(conditions))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});
