import { describe, expect, it } from "vitest";
import { measureBall, measureBallPush } from "#lab/netcode/ball.ts";
import { PROFILES } from "#lab/netcode/profiles.ts";
import { Effect } from "#shared/simulation/pickups/effect.ts";
import { BODY } from "#shared/tunables.ts";

describe("the heavy ball, at 150 ± 30 ms", () => {
  it("is foreseen to the bit while nobody else touches it, and so is who does", async () => {
    const figures = await measureBall(PROFILES.rough, { alone: true, seconds: 10 });
    expect(figures).toMatchObject({ corrections: 0, ownCorrections: 0, errorMax: 0 });
    // It is drawn on the way between two steps that the server makes later.
    expect(figures.drawnErrorP95).toBeLessThan(0.001);
  });

  it.each(["Hook", "Mega"] as const)(
    "is foreseen to the bit under the push of a %s as well",
    async (name) => {
      const figures = await measureBall(PROFILES.rough, { alone: true, seconds: 6, under: Effect[name] });
      expect(figures).toMatchObject({ corrections: 0, ownCorrections: 0, errorMax: 0 });
    },
  );

  it("moves in the frame in which its player lets go of a push", async () => {
    const frames = await measureBallPush(PROFILES.rough, 4);
    expect(frames).toEqual([1, 1, 1, 1]);
  });

  it("is where it looks when two fight for it, give or take a radius of a player", async () => {
    const { drawnErrorMean, drawnErrorP95, jerkP95 } = await measureBall(PROFILES.rough, { seconds: 10 });
    // Nobody can foresee what the other does in 150 ms: at 6 tiles/s that is 0.9 tiles.
    expect(drawnErrorMean).toBeLessThan(BODY.radius);
    expect(drawnErrorP95).toBeLessThan(2 * BODY.radius);
    // Corrections are drawn away: it does not jump by what would be seen, a twentieth of a tile.
    expect(jerkP95).toBeLessThan(0.05);
  });
});
