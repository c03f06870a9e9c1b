import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededDice } from "#shared/random.ts";
import { DelayQueue } from "#transports/simulated/delay-queue.ts";
import type { LineProfile } from "#transports/simulated/line-model.ts";
import { HandClock } from "../../../support/hand-clock.ts";

/** TCP waits at least this long (ms) beyond the round trip before it sends again. */
const RTO_MIN = 200;
const QUIET: LineProfile = { delayMs: 75, jitterMs: 0, loss: 0 };

/** Sends a numbered message every `everyMs` and says when which came out. */
function run(profile: LineProfile | undefined, messages: number, everyMs = 20, seed = 7) {
  const clock = new HandClock();
  const queue = new DelayQueue(clock);
  queue.follow(profile, seededDice(seed));
  const out: { message: number; took: number; at: number }[] = [];
  for (let message = 0; message < messages; message++) {
    const sent = clock.now();
    queue.pass(() => out.push({ message, took: clock.now() - sent, at: clock.now() }));
    clock.pass(everyMs);
  }
  clock.pass(60_000);
  return out;
}

function inOrder(out: readonly { message: number }[]): boolean {
  return out.every(({ message }, index) => message === index);
}

describe("a delay queue", () => {
  it("lets everything pass at once without a profile", () => {
    const out = run(undefined, 10);
    expect(out.map(({ took }) => took)).toEqual(Array(10).fill(0));
  });

  it("delays everything by the delay", () => {
    for (const { took } of run(QUIET, 50)) expect(took).toBeCloseTo(75, 6);
  });

  it("varies the delay by the jitter and no more, and keeps the order", () => {
    const out = run({ delayMs: 75, jitterMs: 15, loss: 0 }, 500);
    expect(inOrder(out)).toBe(true);
    const took = out.map((message) => message.took);
    expect(Math.min(...took)).toBeGreaterThanOrEqual(60);
    expect(Math.max(...took)).toBeLessThanOrEqual(90);
    // Five hundred even rolls that all miss the outer fifth on one side: 0.9 to the 500th.
    expect(Math.min(...took)).toBeLessThan(63);
    expect(Math.max(...took)).toBeGreaterThan(87);
  });

  it("loses nothing: a loss holds up what is behind it, and costs at least what TCP needs to notice", () => {
    const out = run({ delayMs: 75, jitterMs: 0, loss: 0.05 }, 1000);
    expect(out).toHaveLength(1000);
    expect(inOrder(out)).toBe(true);
    const late = out.filter(({ took }) => took > 75.001);
    const first = late.filter(({ message }) => (out[message - 1]?.took ?? 0) < 75.001);
    // 50 lost of 1000, of which some fall into the wait for another.
    expect(first.length).toBeGreaterThan(20);
    for (const { took } of first) expect(took).toBeGreaterThanOrEqual(75 + Math.min(150, RTO_MIN));
  });

  it("lets nothing through in a stall, and all that is due at its end", () => {
    const out = run({ ...QUIET, stalls: { everyMs: 10_000, lengthMs: 5000 } }, 600);
    expect(inOrder(out)).toBe(true);
    const within = out.filter(({ at }) => at % 10_000 > 5001);
    expect(within).toEqual([]);
    // 5 s of messages every 20 ms.
    expect(out.filter(({ at }) => Math.abs(at - 10_000) < 1).length).toBeGreaterThanOrEqual(249);
  });

  it("delivers at once what waits when the link changes", () => {
    const clock = new HandClock();
    const queue = new DelayQueue(clock);
    const out: string[] = [];
    queue.follow({ ...QUIET, delayMs: 500 }, seededDice(1));
    queue.pass(() => out.push("under way"));
    clock.pass(100);
    expect(out).toEqual([]);
    queue.follow(undefined, seededDice(1));
    queue.pass(() => out.push("after"));
    expect(out).toEqual(["under way", "after"]);
  });

  it("forgets what waits when the line is cut, and goes on afterwards", () => {
    const clock = new HandClock();
    const queue = new DelayQueue(clock);
    const out: string[] = [];
    queue.follow(QUIET, seededDice(1));
    queue.pass(() => out.push("before"));
    queue.clear();
    queue.pass(() => out.push("after"));
    clock.pass(1000);
    expect(out).toEqual(["after"]);
  });

  it("goes on behind somebody who fails", () => {
    const clock = new HandClock();
    const queue = new DelayQueue(clock);
    const out: string[] = [];
    queue.follow(QUIET, seededDice(1));
    queue.pass(() => {
      throw new Error("nobody can read this");
    });
    queue.pass(() => out.push("next"));
    expect(() => clock.pass(1000)).toThrow("nobody can read this");
    clock.pass(1000);
    expect(out).toEqual(["next"]);
  });

  it("delivers each message once and in order over any link", () => {
    const profile = fc.record({
      delayMs: fc.integer({ min: 0, max: 500 }),
      jitterMs: fc.integer({ min: 0, max: 200 }),
      loss: fc.double({ min: 0, max: 0.3, noNaN: true }),
      stalls: fc.record({
        everyMs: fc.integer({ min: 10_000, max: 60_000 }),
        lengthMs: fc.integer({ min: 0, max: 6000 }),
      }),
    });
    fc.assert(
      fc.property(profile, fc.integer(), (link, seed) => {
        const out = run(link, 100, 20, seed);
        return out.length === 100 && inOrder(out);
      }),
    );
  });
});
