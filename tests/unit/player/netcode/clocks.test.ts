import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Pacer } from "#player/netcode/pacer.ts";
import { RenderClock } from "#player/netcode/render-clock.ts";

/** Where the play-out should be, with nothing in its way (ms). */
const at = (target: number) => ({ target, newest: Number.POSITIVE_INFINITY });
/** Length of a frame at 60 a second (ms). */
const FRAME = 1000 / 60;

describe("the moment that is drawn", () => {
  it("begins where it should be", () => {
    const clock = new RenderClock();
    expect(clock.time).toBeNaN();
    expect(clock.advance(FRAME, at(5000))).toBe(5000);
  });

  it("catches up by running 2 % faster at most", () => {
    const clock = new RenderClock();
    clock.advance(0, at(1000));
    for (let i = 1; i <= 60; i++) {
      const before = clock.time;
      const step = clock.advance(FRAME, at(1000 + i * FRAME + 30)) - before;
      expect(step).toBeGreaterThan(FRAME);
      expect(step).toBeLessThanOrEqual(FRAME * 1.02 + 1e-9);
    }
  });

  it("falls back by running 4 % slower at most, never backwards", () => {
    const clock = new RenderClock();
    clock.advance(0, at(1000));
    for (let i = 1; i <= 60; i++) {
      const before = clock.time;
      const step = clock.advance(FRAME, at(1000 + i * FRAME - 50)) - before;
      expect(step).toBeGreaterThanOrEqual(FRAME * 0.96 - 1e-9);
      expect(step).toBeLessThan(FRAME);
    }
  });

  it("comes to where it should be", () => {
    const clock = new RenderClock();
    clock.advance(0, at(1000));
    let target = 1060;
    for (let i = 0; i < 900; i++) {
      target += FRAME;
      clock.advance(FRAME, at(target));
    }
    expect(clock.time).toBeCloseTo(target, 1);
  });

  it("waits for what has not come yet, and goes on from there", () => {
    const clock = new RenderClock();
    clock.advance(0, at(1000));
    const behind = { target: 1000 + FRAME, newest: 1005 };
    expect(clock.advance(FRAME, behind)).toBe(1005);
    expect(clock.waiting).toBe(true);
    const next = clock.advance(FRAME, { target: 1000 + 2 * FRAME, newest: 1100 });
    expect(clock.waiting).toBe(false);
    expect(next - 1005).toBeLessThanOrEqual(FRAME * 1.02 + 1e-9);
  });

  it("hurries when it has had to wait for long", () => {
    const clock = new RenderClock();
    clock.advance(0, at(1000));
    expect(clock.advance(FRAME, at(1200))).toBeCloseTo(1000 + 1.5 * FRAME);
  });

  it("jumps when it is hopelessly off: after a stall, or in a tab that was away", () => {
    const clock = new RenderClock();
    clock.advance(0, at(1000));
    expect(clock.advance(FRAME, at(9000))).toBe(9000);
    expect(clock.advance(FRAME, at(2000))).toBe(2000);
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
