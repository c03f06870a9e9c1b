import { describe, expect, it } from "vitest";
import { PROFILES, type ProfileName } from "#lab/netcode/profiles.ts";
import { measureRunning } from "#lab/netcode/running.ts";
import { BODY, MOVE, WIRE } from "#shared/tunables.ts";

/** Lines and machines that disturb nothing: whatever goes wrong on them is our own doing. */
const CALM = [
  "local",
  "near",
  "usual",
  "rough",
  "far",
  "drifting",
  "slow",
  "fast",
  "irregular",
] as const satisfies readonly ProfileName[];

/** Half a step of what a coordinate is rounded to on its way. */
const ROUNDING = (WIRE.positionMax - WIRE.positionMin) / 2 ** 16 / 2;
/**
 * Between two patches a player is drawn on the straight line; who turns at full acceleration is this far beside it at
 * most: a * t^2 / 8 over the 40 ms between two patches, and rounding on top.
 */
const BEND = (MOVE.acceleration * 0.04 ** 2) / 8 + 2 * ROUNDING;

describe.each(CALM)("running about undisturbed, %s", (name) => {
  it("is foreseen to the bit, drawn where it was, and never runs dry", async () => {
    const figures = await measureRunning(PROFILES[name]);
    // The page computes what the server computes: there is nothing to correct.
    expect(figures).toMatchObject({ corrections: 0, errorMax: 0, ownBackwards: 0, clockBackwards: 0 });
    expect(figures.otherBackwards).toBeLessThanOrEqual(2 * ROUNDING);
    expect(figures.drawnErrorP95).toBeLessThanOrEqual(BEND);
    // From netcode.md: 0.5 % of frames and of ticks, 5 ms.
    expect(figures.underRuns).toBeLessThan(0.005);
    expect(figures.starvation).toBeLessThan(0.005);
    expect(figures.clockErrorP95).toBeLessThanOrEqual(5);
    // Two ticks: what arrives just in time does not lie about. The jitter of the roughest of these lines is one.
    expect(figures.inputWait).toBeLessThanOrEqual(40);
  });
});

describe("running about on a line that loses 5 %", () => {
  it.each([1, 2, 3, 4, 5, 6])(
    "is hardly ever corrected, and nobody is seen going backwards (seed %i)",
    async (seed) => {
      const figures = await measureRunning(PROFILES.lossy, { seed });
      // A fiftieth of a tile is a pixel on a laptop; a radius is what one still takes for a shove.
      expect(figures.errorP95).toBeLessThanOrEqual(0.02);
      expect(figures.errorMax).toBeLessThanOrEqual(BODY.radius);
      expect(figures.otherBackwards).toBeLessThanOrEqual(0.05);
      expect(figures.clockErrorP95).toBeLessThanOrEqual(5);
    },
  );
});

describe("the delay of the picture", () => {
  it("is shorter than a fixed 100 ms on a quiet line", async () => {
    const adaptive = await measureRunning(PROFILES.near);
    const fixed = await measureRunning(PROFILES.near, { tune: (page) => fixDelay(page.match) });
    expect(adaptive.stalenessMean).toBeLessThan(fixed.stalenessMean);
    expect(fixed.delay).toBe(100);
  });

  it("is long enough on a rough one, where a fixed 100 ms is not", async () => {
    const rough = { ...PROFILES.rough, link: { ...PROFILES.rough.link, jitterMs: 50 } };
    const adaptive = await measureRunning(rough);
    const fixed = await measureRunning(rough, { tune: (page) => fixDelay(page.match) });
    expect(adaptive.underRuns).toBeLessThan(0.005);
    expect(fixed.underRuns).toBeGreaterThan(4 * adaptive.underRuns);
  });
});

function fixDelay(match: { switches: { fixedDelayMs: number | undefined } }): void {
  match.switches.fixedDelayMs = 100;
}

describe("inputs", () => {
  it("are missed without pacing where they come just in time with it", async () => {
    const paced = await measureRunning(PROFILES.drifting);
    const unpaced = await measureRunning(PROFILES.drifting, {
      tune(page) {
        page.match.switches.pacing = false;
      },
    });
    expect(paced.starvation).toBeLessThan(0.005);
    expect(unpaced.inputWait).not.toBe(paced.inputWait);
  });
});

describe("the same seed", () => {
  it("gives the same pictures, to the bit, and another one others", async () => {
    const options = { seed: 3, seconds: 5 };
    const first = await measureRunning(PROFILES.lossy, options);
    expect(await measureRunning(PROFILES.lossy, options)).toEqual(first);
    expect((await measureRunning(PROFILES.lossy, { ...options, seed: 4 })).trace).not.toBe(first.trace);
  });
});
