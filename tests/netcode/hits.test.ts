import { describe, expect, it } from "vitest";
import { measureHits } from "#lab/netcode/hits.ts";
import { PROFILES, type ProfileName } from "#lab/netcode/profiles.ts";

const ON = { rewind: true, defence: true };
const OFF = { rewind: false, defence: true };
/** Lines on which a push without rewind comes too late for a running target. */
const LATE = ["usual", "rough", "lossy", "far"] as const satisfies readonly ProfileName[];

describe.each(LATE)("pushes at where a running target is drawn, %s", (name) => {
  it("hit with the rewind, and miss without it", async () => {
    // On a calm line all pushes are alike; where segments are lost it takes more of them.
    const seconds = name === "lossy" ? 150 : 60;
    const on = await measureHits(PROFILES[name], ON, { seconds });
    const off = await measureHits(PROFILES[name], OFF, { seconds });
    // Both bounds are from netcode.md.
    expect(on.pushes).toBeGreaterThanOrEqual(20);
    expect(on.hits / on.pushes).toBeGreaterThanOrEqual(0.95);
    expect(off.hits / off.pushes).toBeLessThanOrEqual(0.4);
  });
});
