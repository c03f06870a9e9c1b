import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Pacer } from "#client/netcode/pacer.ts";
import { RenderClock } from "#client/netcode/render-clock.ts";

/** Length of a frame at 60 a second (ms). */
const FRAME = 1000 / 60;

describe("the moment that is drawn", () => {
  it("begins where it should be", () => {
    const clock = new RenderClock();
    expect(clock.time).toBeNaN();
    expect(clock.advance(FRAME, 5000)).toBe(5000);
  });

  it("catches up by running 2 % faster at most", () => {
    const clock = new RenderClock();
    clock.advance(0, 1000);
    for (let i = 1; i <= 60; i++) {
      const before = clock.time;
      const step = clock.advance(FRAME, 1000 + i * FRAME + 50) - before;
      expect(step).toBeGreaterThan(FRAME);
      expect(step).toBeLessThanOrEqual(FRAME * 1.02 + 1e-9);
    }
  });

  it("falls back by running 4 % slower at most, never backwards", () => {
    const clock = new RenderClock();
    clock.advance(0, 1000);
    for (let i = 1; i <= 60; i++) {
      const before = clock.time;
      const step = clock.advance(FRAME, 1000 + i * FRAME - 50) - before;
      expect(step).toBeGreaterThanOrEqual(FRAME * 0.96 - 1e-9);
      expect(step).toBeLessThan(FRAME);
    }
  });

  it("comes to where it should be", () => {
    const clock = new RenderClock();
    clock.advance(0, 1000);
    let target = 1060;
    for (let i = 0; i < 900; i++) {
      target += FRAME;
      clock.advance(FRAME, target);
    }
    expect(clock.time).toBeCloseTo(target, 1);
  });

  it("jumps when it is hopelessly off: after a stall, or in a tab that was away", () => {
    const clock = new RenderClock();
    clock.advance(0, 1000);
    expect(clock.advance(FRAME, 9000)).toBe(9000);
    expect(clock.advance(FRAME, 2000)).toBe(2000);
  });
});

describe("the pacer", () => {
  it("makes whole steps of uneven frames and keeps the rest", () => {
    const pacer = new Pacer(20);
    expect([7, 7, 7, 45, 14].map((dt) => pacer.advance(dt))).toEqual([0, 0, 1, 2, 1]);
    expect(pacer.share).toBeCloseTo(0);
  });

  it("says how far the present moment is into the next step", () => {
    const pacer = new Pacer(20);
    pacer.advance(25);
    expect(pacer.share).toBeCloseTo(0.25);
  });

  it("makes up for five steps at most and drops the rest", () => {
    const pacer = new Pacer(20);
    expect(pacer.advance(10_000)).toBe(5);
    expect(pacer.advance(19)).toBe(0);
  });

  it("makes as many steps as there was time for, however it is cut", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 200 }), (frames) => {
        const pacer = new Pacer(20);
        const steps = frames.reduce((sum, dt) => sum + pacer.advance(dt), 0);
        const time = frames.reduce((sum, dt) => sum + dt, 0);
        expect(Math.abs(time / 20 - steps)).toBeLessThan(1 + 1e-6);
      }),
    );
  });
});
