import { describe, expect, it } from "vitest";
import { PROFILES } from "#lab/netcode/profiles.ts";
import { measureTeams } from "#lab/netcode/teams.ts";
import { BODY, PUSH } from "#shared/tunables.ts";

describe("somebody in a team, at 150 ± 30 ms", () => {
  it("is foreseen to the bit while nobody pushes them", async () => {
    const figures = await measureTeams(PROFILES.rough, { alone: true, seconds: 10 });
    expect(figures).toMatchObject({ pushed: 0, corrections: 0, errorMax: 0 });
    expect(figures.drawnErrorP95).toBeLessThan(0.001);
  });

  it("is where they look while a mate pushes them, but for the way that the news of a push takes", async () => {
    const figures = await measureTeams(PROFILES.rough, { seconds: 20 });
    expect(figures.pushed).toBeGreaterThan(5);
    expect(figures.drawnErrorMean).toBeLessThan(BODY.radius);
    // A full push throws this far until its news is there; mates are pushed as if they had no wobble.
    expect(figures.drawnErrorP95).toBeLessThan(PUSH.impulseFull * 0.18);
  });
});
