import { describe, expect, it } from "vitest";
import { measureDrops, measureOutage } from "#lab/netcode/outage.ts";
import { PROFILES } from "#lab/netcode/profiles.ts";
import { percentile } from "#lab/statistics.ts";
import { BODY, DASH, MOVE } from "#shared/tunables.ts";

/** A frame at 60 a second (s), and how much faster the picture may go to catch up. */
const FRAME = 1 / 60;
const HURRY = 1.5;

describe("a lost connection", () => {
  it("comes back with the same character, 200 times out of 200, within a second and a round trip", async () => {
    const { drops, resumed, times } = await measureDrops(PROFILES.rough, 200);
    expect(resumed).toBe(drops);
    expect(percentile(times, 0.95)).toBeLessThan(1000 + 150);
  });
});

describe("a tunnel of ten seconds", () => {
  it("costs nobody but its traveller anything, and them nothing for long", async () => {
    const figures = await measureOutage(PROFILES.rough, 10);
    expect(figures.sameCharacter).toBe(true);
    // The page asks anew every two seconds at most, and a connection takes three round trips.
    expect(figures.backAfter).toBeLessThan(2000 + 3 * 150);
    // From netcode.md: 5 ms, within 2 s.
    expect(figures.clockError).toBeLessThanOrEqual(5);
    // Nobody dashes in this match: faster than a run, and hurrying, nobody is ever drawn.
    expect(figures.jumpForOthers).toBeLessThan(MOVE.topSpeed * HURRY * FRAME + 0.01);
    expect(MOVE.topSpeed * HURRY * FRAME).toBeLessThan(DASH.speed * FRAME);
    expect(figures.errorAfter).toBeLessThan(BODY.radius);
  });

  it("finds the match of whoever is alone as they left it, and the page goes by its time again", async () => {
    const figures = await measureOutage(PROFILES.rough, 10, true);
    expect(figures.sameCharacter).toBe(true);
    // The room rests after two seconds.
    expect(figures.playedOn).toBeLessThan(3);
    expect(figures.backAfter).toBeLessThan(2000 + 3 * 150);
    expect(figures.clockError).toBeLessThanOrEqual(5);
    expect(figures.errorAfter).toBeLessThan(BODY.radius);
  });
});
