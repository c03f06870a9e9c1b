import { describe, expect, it } from "vitest";
import { measureKeyPress } from "#lab/netcode/key-press.ts";
import { PROFILES, type ProfileName } from "#lab/netcode/profiles.ts";
import { largest } from "#lab/statistics.ts";

/** Round trips (ms) without their jitter. */
const QUICKEST = { local: 0, near: 50, usual: 130, far: 260 } as const satisfies Partial<
  Record<ProfileName, number>
>;

describe.each(Object.entries(QUICKEST))("a key press, %s", (name, quickest) => {
  const profile = PROFILES[name as keyof typeof QUICKEST];

  it("is seen in the next frame", async () => {
    const { frames } = await measureKeyPress(profile, true);
    expect(frames).toEqual(Array(frames.length).fill(1));
  });

  it("would be seen a round trip and the delay of the picture later without prediction", async () => {
    const { times } = await measureKeyPress(profile, false, 10);
    expect(Math.min(...times)).toBeGreaterThan(quickest + 40);
    // A tick until it is sent and one until it is consumed, two until the patch, a jitter each way, and the picture's delay.
    expect(largest(times)).toBeLessThan(quickest + 4 * 20 + 40 + 100);
  });
});
