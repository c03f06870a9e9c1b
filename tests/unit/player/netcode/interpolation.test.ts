import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InterpolationBuffer, type Sample, shortestArc } from "#player/netcode/interpolation.ts";

const AT_REST: Omit<Sample, "time"> = { x: 0, y: 0, aim: 0, airTicks: 0, jump: false };

function bufferOf(...samples: (Partial<Sample> & { time: number })[]): InterpolationBuffer {
  const buffer = new InterpolationBuffer();
  for (const sample of samples) {
    const { time, jump, ...place } = { ...AT_REST, ...sample };
    buffer.push(time, place, jump);
  }
  return buffer;
}

describe("a player between two patches", () => {
  it("is drawn on the straight way from one to the next", () => {
    const buffer = bufferOf({ time: 100, x: 2, y: 8 }, { time: 140, x: 4, y: 6 });
    expect(buffer.at(110)).toMatchObject({ x: 2.5, y: 7.5 });
    expect(buffer.at(140)).toMatchObject({ x: 4, y: 6 });
  });

  it("has the velocity of that way (tiles/s)", () => {
    const { vx, vy } = bufferOf({ time: 100 }, { time: 140, x: 0.2, y: -0.1 }).at(120);
    expect(vx).toBeCloseTo(5);
    expect(vy).toBeCloseTo(-2.5);
  });

  it("turns the short way around", () => {
    const buffer = bufferOf({ time: 0, aim: 6.2 }, { time: 100, aim: 0.1 });
    const middle = buffer.at(50).aim;
    // From 6.2 over 2 pi to 0.1 are 0.18 radians: never back over 3.
    expect(Math.cos(middle)).toBeGreaterThan(0.99);
  });

  it("never leaves the way, whatever the moment", () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 300, noNaN: true }), (time) => {
        const { x } = bufferOf({ time: 0, x: 1 }, { time: 40, x: 2 }, { time: 80, x: 3 }).at(time);
        expect(x).toBeGreaterThanOrEqual(1);
        expect(x).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe("a player who jumps to another place", () => {
  it("stays until then, and is there at once: nobody flies across the arena to respawn", () => {
    const buffer = bufferOf({ time: 0, x: 1 }, { time: 40, x: 20, jump: true });
    expect(buffer.at(39)).toMatchObject({ x: 1, vx: 0 });
    expect(buffer.at(40).x).toBe(20);
  });
});

describe("a player whose flight was taken back", () => {
  /** Thrown at 120, back at 200 as if nothing had been. */
  const flown = () =>
    bufferOf(
      { time: 80, x: 1 },
      { time: 120, x: 2 },
      { time: 160, x: 3 },
      { time: 200, x: 1 },
      { time: 240, x: 1 },
    );

  it("never leaves the ground when nothing of it has been drawn yet", () => {
    const buffer = flown();
    buffer.at(85);
    buffer.takeBack(110, 190);
    for (let time = 85; time <= 240; time += 5) expect(buffer.at(time).x).toBe(1);
  });

  it("comes back from where it was drawn last, without a jump", () => {
    const buffer = flown();
    expect(buffer.at(140).x).toBe(2.5);
    buffer.takeBack(110, 190);
    expect(buffer.at(140).x).toBe(2.5);
    // 1.5 tiles in the 60 ms that are left.
    expect(buffer.at(150).x).toBeCloseTo(2.25);
    expect(buffer.at(200).x).toBe(1);
  });

  it("keeps what was drawn when all of it has been", () => {
    const buffer = flown();
    buffer.at(220);
    buffer.takeBack(110, 190);
    expect(buffer.at(230).x).toBe(1);
  });
});

describe("a player of whom nothing newer is known", () => {
  it("stands still where they were last", () => {
    expect(bufferOf({ time: 0, x: 1 }, { time: 40, x: 2 }).at(41)).toMatchObject({ x: 2, vx: 0 });
    expect(bufferOf({ time: 0, x: 1 }).at(0)).toMatchObject({ x: 1 });
  });

  it("is nowhere before the first patch", () => {
    expect(new InterpolationBuffer().at(10)).toMatchObject({ x: 0, y: 0 });
  });
});

describe("the buffer", () => {
  it("replaces its newest sample by a later one of the same moment, and keeps a jump in it", () => {
    const buffer = bufferOf({ time: 0, x: 1 }, { time: 40, x: 9, jump: true }, { time: 40, x: 10 });
    expect(buffer.newest).toMatchObject({ time: 40, x: 10, jump: true });
    expect(buffer.at(20).x).toBe(1);
  });

  it("does not mind a clock that goes back", () => {
    const buffer = bufferOf({ time: 100, x: 1 }, { time: 60, x: 2 });
    expect(buffer.newest).toMatchObject({ time: 100, x: 2 });
  });

  it("forgets what is older than a few seconds of patches", () => {
    const samples = Array.from({ length: 200 }, (_, i) => ({ time: i * 40, x: i }));
    expect(bufferOf(...samples).at(0).x).toBeGreaterThan(100);
  });
});

describe("the shortest arc", () => {
  it("is at most half a turn, and leads to the same direction", () => {
    const angle = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
    fc.assert(
      fc.property(angle, angle, (from, to) => {
        const arc = shortestArc(from, to);
        expect(Math.abs(arc)).toBeLessThanOrEqual(Math.PI + 1e-9);
        expect(Math.cos(from + arc)).toBeCloseTo(Math.cos(to), 9);
        expect(Math.sin(from + arc)).toBeCloseTo(Math.sin(to), 9);
      }),
    );
  });
});
