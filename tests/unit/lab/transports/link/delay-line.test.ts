import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DelayLine, type LineClock } from "#lab/transports/link/delay-line.ts";
import { CLEAR_LINE, type LineProfile } from "#transports/simulated/line-model.ts";

/** A clock that stands still until it is told to go on. */
class HandClock implements LineClock {
  #now = 0;
  #alarms: { at: number; callback: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(delayMs: number, callback: () => void): () => void {
    const alarm = { at: this.#now + delayMs, callback };
    this.#alarms.push(alarm);
    return () => {
      this.#alarms = this.#alarms.filter((other) => other !== alarm);
    };
  }

  /** Moves the time on, with each alarm at its own time. */
  goTo(time: number): void {
    for (;;) {
      const [next] = this.#alarms.filter((alarm) => alarm.at <= time).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#now = Math.max(this.#now, next.at);
      this.#alarms = this.#alarms.filter((other) => other !== next);
      next.callback();
    }
    this.#now = time;
  }
}

/** What came out of a line, and when. */
function recorded(profile: Partial<LineProfile>, seed = 7) {
  const clock = new HandClock();
  const out: { piece: number; at: number }[] = [];
  const line = new DelayLine<number>(clock, { ...CLEAR_LINE, ...profile }, seed, (piece) =>
    out.push({ piece, at: clock.now() }),
  );
  return { clock, line, out };
}

describe("a delay line", () => {
  it("hands on each piece after exactly its delay", () => {
    const { clock, line, out } = recorded({ delayMs: 50 });
    line.push(1);
    clock.goTo(20);
    line.push(2);
    clock.goTo(49);
    expect(out).toEqual([]);
    clock.goTo(100);
    expect(out).toEqual([
      { piece: 1, at: 50 },
      { piece: 2, at: 70 },
    ]);
  });

  it("keeps the order and the bounds of the jitter, whatever the traffic", () => {
    const traffic = fc.record({
      seed: fc.integer(),
      jitterMs: fc.integer({ min: 0, max: 80 }),
      gaps: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 60 }),
    });
    fc.assert(
      fc.property(traffic, ({ seed, jitterMs, gaps }) => {
        const { clock, line, out } = recorded({ delayMs: 100, jitterMs }, seed);
        const sent = gaps.map((gap, piece) => {
          clock.goTo(clock.now() + gap);
          line.push(piece);
          return clock.now();
        });
        clock.goTo(clock.now() + 1000);
        expect(out.map(({ piece }) => piece)).toEqual(gaps.map((_, piece) => piece));
        for (const { piece, at } of out) {
          const sentAt = sent[piece] ?? Number.NaN;
          expect(at - sentAt).toBeGreaterThanOrEqual(100 - jitterMs);
          // Whole milliseconds of a timer: up to one more than the jitter allows.
          expect(at - sentAt).toBeLessThanOrEqual(100 + jitterMs + 1);
        }
      }),
    );
  });

  it("draws the same jitter from the same seed and another from another", () => {
    const times = (seed: number) => {
      const { clock, line, out } = recorded({ delayMs: 100, jitterMs: 40 }, seed);
      for (let piece = 0; piece < 20; piece++) {
        line.push(piece);
        clock.goTo(clock.now() + 100);
      }
      clock.goTo(clock.now() + 1000);
      return out.map(({ at }) => at);
    };
    expect(times(1)).toEqual(times(1));
    expect(times(1)).not.toEqual(times(2));
  });

  it("loses no piece of a stream: one that has to be sent again holds up those behind it", () => {
    const { clock, line, out } = recorded({ delayMs: 50, loss: 0.1 });
    for (let piece = 0; piece < 200; piece++) {
      line.push(piece);
      clock.goTo(clock.now() + 20);
    }
    clock.goTo(clock.now() + 5000);
    expect(out.map(({ piece }) => piece)).toEqual(Array.from({ length: 200 }, (_, piece) => piece));
    const waits = out.map(({ piece, at }) => at - piece * 20);
    const lost = waits.findIndex((wait) => wait > 50);
    // Sent again after a round trip and three segments; those behind it come with it.
    expect(waits[lost]).toBeGreaterThanOrEqual(50 + 100 + 60);
    expect(out[lost + 1]?.at).toBe(out[lost]?.at);
    expect(waits.filter((wait) => wait === 50).length).toBeGreaterThan(0);
  });

  it("holds everything back while it is stalled, and gives it at once afterwards", () => {
    const { clock, line, out } = recorded({ delayMs: 10 });
    line.push(1);
    line.stall();
    clock.goTo(30);
    line.push(2);
    clock.goTo(500);
    expect(out).toEqual([]);
    line.resume();
    clock.goTo(500);
    expect(out).toEqual([
      { piece: 1, at: 500 },
      { piece: 2, at: 500 },
    ]);
  });

  it("takes a changed delay for what comes next, and still keeps the order", () => {
    const { clock, line, out } = recorded({ delayMs: 100 });
    line.push(1);
    line.profile = { ...CLEAR_LINE, delayMs: 10 };
    line.push(2);
    clock.goTo(100);
    line.push(3);
    clock.goTo(200);
    expect(out).toEqual([
      { piece: 1, at: 100 },
      { piece: 2, at: 100 },
      { piece: 3, at: 110 },
    ]);
  });

  it("waits again when its alarm came early", () => {
    let now = 0;
    const alarms: (() => void)[] = [];
    const clock: LineClock = {
      now: () => now,
      after: (_delayMs, callback) => {
        alarms.push(callback);
        return () => {};
      },
    };
    const out: string[] = [];
    new DelayLine<string>(clock, { ...CLEAR_LINE, delayMs: 10 }, 1, (piece) => out.push(piece)).push("a");
    now = 9.6;
    alarms.shift()?.();
    expect(out).toEqual([]);
    now = 10;
    alarms.shift()?.();
    expect(out).toEqual(["a"]);
  });
});
