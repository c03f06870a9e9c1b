import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputPace } from "#player/netcode/input-pace.ts";
import { interpolationDelay } from "#player/netcode/interpolation-delay.ts";
import { MinWindow } from "#player/netcode/min-window.ts";
import { PatchTimes } from "#player/netcode/patch-times.ts";
import { ServerClock } from "#player/netcode/server-clock.ts";

/** A page's clock and a server that is so far ahead of it (ms). */
function pageWith(aheadMs: number) {
  const local = { now: 1000 };
  const clock = new ServerClock(() => local.now);
  return {
    local,
    clock,
    /** A question and its answer with these transit times (ms). */
    ask(upMs: number, downMs: number) {
      const asked = local.now;
      local.now += upMs;
      const time = local.now + aheadMs;
      local.now += downMs;
      clock.answer(asked, time);
    },
  };
}

describe("the server's time", () => {
  it("is known after one answer when both ways take equally long", () => {
    const { clock, local, ask } = pageWith(5000);
    ask(75, 75);
    expect(clock.simulationNow()).toBeCloseTo(local.now + 5000);
    expect(clock.smoothedRtt()).toBe(150);
  });

  it("is told by the quickest message of each direction, though no round trip was quick", () => {
    const { clock, local, ask } = pageWith(5000);
    ask(75, 140);
    ask(150, 75);
    // Long enough for what was found later to be slewed away.
    for (let i = 0; i < 200; i++) {
      local.now += 20;
      clock.simulationNow();
    }
    expect(clock.simulationNow()).toBeCloseTo(local.now + 5000, 0);
  });

  it("goes on through a reconnection, and then by the first word, also back to a server that stood still", () => {
    for (const offset of [-60_000, -68_000]) {
      const { clock, local, ask } = pageWith(-60_000);
      ask(75, 75);
      clock.simulationNow();
      local.now += 10_000;
      clock.reconnected();
      for (let frame = 0; frame < 20; frame++) {
        local.now += 16;
        expect(clock.simulationNow()).toBeCloseTo(local.now - 60_000);
      }
      // Of the first patch one does not know yet how long it took, but that is all that is not known.
      clock.patch((local.now + offset - 75) / 20);
      local.now += 16;
      expect(Math.abs(clock.simulationNow() - (local.now + offset))).toBeLessThanOrEqual(75);
    }
  });

  it("never goes backwards, whatever answers come", () => {
    const answers = fc.array(
      fc.record({ up: fc.integer({ min: 0, max: 400 }), down: fc.integer({ min: 0, max: 400 }) }),
      { minLength: 2, maxLength: 60 },
    );
    fc.assert(
      fc.property(answers, (all) => {
        const { clock, local, ask } = pageWith(-300);
        let last = Number.NEGATIVE_INFINITY;
        for (const { up, down } of all) {
          ask(up, down);
          for (let i = 0; i < 5; i++) {
            local.now += 16;
            const time = clock.simulationNow();
            expect(time).toBeGreaterThanOrEqual(last);
            last = time;
          }
        }
      }),
    );
  });

  it("gives the SDK the time of the room, which is another one when steps were dropped", () => {
    const { clock, local, ask } = pageWith(5000);
    ask(10, 10);
    clock.sample(6200);
    clock.patch(300);
    // The patch left at step 300, which is 6000 ms, and the room's clock said 6200.
    expect(clock.serverNow() - clock.simulationNow()).toBeCloseTo(200);
    expect(clock.lastServerTime()).toBe(6200);
    expect(clock.now()).toBe(local.now);
  });
});

describe("a server that was stopped for a second", () => {
  it("and has dropped its steps is a second behind at once, not after all old messages are forgotten", () => {
    const { clock, local } = pageWith(0);
    const live = (from: number, count: number, droppedMs: number) => {
      for (let i = from; i < from + count; i++) {
        local.now = 1000 + i * 40;
        const left = local.now - 75;
        clock.sample(left);
        clock.patch((left - droppedMs) / 20);
        if (i % 5 === 0) clock.answer(local.now - 150, left - droppedMs);
        clock.simulationNow();
      }
    };
    live(0, 100, 0);
    expect(clock.simulationNow()).toBeCloseTo(local.now, 0);
    // It goes at half its pace until the second is made up for, never backwards.
    live(125, 75, 1000);
    expect(clock.simulationNow()).toBeCloseTo(local.now - 1000, 0);
  });
});

describe("the newest state that can have come", () => {
  it("is as old as the quickest patch of late, and follows within two seconds when the way gets longer", () => {
    const { clock, local } = pageWith(0);
    const patches = (count: number, transit: number) => {
      for (let i = 0; i < count; i++) {
        local.now += 40;
        clock.sample(local.now - transit);
        clock.patch((local.now - transit) / 20);
      }
    };
    patches(50, 40);
    expect(local.now - clock.newestArrivable).toBe(40);
    patches(10, 80);
    expect(local.now - clock.newestArrivable).toBe(40);
    patches(50, 80);
    expect(local.now - clock.newestArrivable).toBe(80);
  });
});

describe("jitter", () => {
  const jitterAfter = (gaps: readonly number[]) => {
    const local = { now: 0 };
    const clock = new ServerClock(() => local.now);
    for (const [i, gap] of gaps.entries()) {
      local.now += gap;
      clock.patch(i * 2);
    }
    return clock.jitter();
  };

  it("is nothing while patches come as evenly as they leave", () => {
    expect(jitterAfter(Array(100).fill(40))).toBe(0);
  });

  it("is the mean deviation of the gaps, by RFC 3550", () => {
    expect(jitterAfter(Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 60 : 20)))).toBeCloseTo(20, 0);
  });

  it("knows nothing of stalls", () => {
    expect(jitterAfter([...Array(50).fill(40), 700, ...Array(50).fill(40)])).toBe(0);
  });
});

describe("the interpolation delay", () => {
  it("is two patches on a quiet line, four jitters and a patch on a rough one, and has bounds", () => {
    expect(interpolationDelay(40, 0)).toBe(80);
    expect(interpolationDelay(40, 20)).toBe(120);
    expect(interpolationDelay(20, 0)).toBe(40);
    expect(interpolationDelay(100, 0)).toBe(200);
    expect(interpolationDelay(40, 500)).toBe(250);
  });
});

describe("the smallest of the last while", () => {
  it("is what a look at all of them would find", () => {
    const values = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: -50, max: 50 })));
    fc.assert(
      fc.property(values, (all) => {
        const window = new MinWindow(100);
        const seen: { time: number; value: number }[] = [];
        let time = 0;
        for (const [gap, value] of all) {
          time += gap;
          window.push(time, value);
          seen.push({ time, value });
          const recent = seen.filter((each) => each.time >= time - 100).map((each) => each.value);
          expect(window.value).toBe(Math.min(...recent));
        }
      }),
    );
  });
});

describe("the room's time of a patch", () => {
  it("lies between those of its neighbours, and goes on evenly after the newest", () => {
    const times = new PatchTimes();
    times.note(40, 1040);
    times.note(80, 1100);
    expect(times.roomTime(40)).toBe(1040);
    expect(times.roomTime(60)).toBe(1070);
    expect(times.roomTime(100)).toBe(1120);
    expect(times.roomTime(20)).toBe(1020);
  });
});

describe("the pace of inputs", () => {
  /** A server that finds inputs `early` ms before their tick, plus what the page has gained. */
  const settle = (early: number, seconds: number) => {
    const pace = new InputPace();
    let gained = 0;
    let fastest = 1;
    let slowest = 1;
    for (let tick = 1; tick <= seconds * 50; tick++) {
      const lived = pace.advance(20);
      fastest = Math.max(fastest, lived / 20);
      slowest = Math.min(slowest, lived / 20);
      gained += lived - 20;
      pace.sent(tick, tick * 20);
      pace.report(tick * 20, tick, early + gained);
    }
    return { margin: early + gained, fastest, slowest };
  };

  it("grows by 4 % at most until inputs come in time", () => {
    const { margin, fastest } = settle(-40, 10);
    expect(margin).toBeGreaterThan(0);
    expect(margin).toBeLessThan(10);
    expect(fastest).toBeLessThanOrEqual(1.04 + 1e-9);
  });

  it("falls by 2 % at most until they do not come too early", () => {
    const { margin, slowest } = settle(90, 20);
    expect(margin).toBeGreaterThan(0);
    expect(margin).toBeLessThan(15);
    expect(slowest).toBeGreaterThanOrEqual(0.98 - 1e-9);
  });

  it("is even while nothing is known, and when it is switched off", () => {
    const pace = new InputPace();
    expect(pace.advance(20)).toBe(20);
    pace.enabled = false;
    pace.report(0, 1, -60);
    expect(pace.advance(20)).toBe(20);
  });
});
