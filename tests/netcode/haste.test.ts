import { describe, expect, it } from "vitest";
import { measureHaste } from "#lab/netcode/haste.ts";
import { PROFILES } from "#lab/netcode/profiles.ts";
import { TICK_RATE } from "#shared/tunables.ts";

describe.each(["near", "rough"] as const)("a page whose time runs twice as fast, %s", (name) => {
  it("gets its character no farther than others", async () => {
    const { inputs, speed } = await measureHaste(PROFILES[name]);
    expect(inputs.honest).toBeCloseTo(TICK_RATE, 0);
    // It sends what a page may have under way on top; then the server's answers do not come faster.
    expect(inputs.hasty).toBeGreaterThan(TICK_RATE * 1.01);
    expect(speed.honest).toBeGreaterThan(5);
    // A hundredth: what a held tick and its catching up shift over the ends of half a minute.
    expect(speed.hasty).toBeLessThanOrEqual(speed.honest * 1.01);
  });
});
