import { describe, expect, it } from "vitest";
import { nextForBall } from "#bots/brain/ball-way.ts";
import { createBrain } from "#bots/brain/brain.ts";
import { viewOf } from "#bots/brain/view.ts";
import { step } from "#shared/simulation/step.ts";
import { DT, TICK_RATE } from "#shared/tunables.ts";
import { pitch, pitchOf, pushBallWorld } from "../../../support/pitch.ts";

describe("a bot with the ball", () => {
  it.each([1, 2, 3])("gets behind it and scores, from wherever it stands (dice %i)", (seed) => {
    const { world, players } = pushBallWorld(pitch(), [20, 7.5], [24, 5 + seed]);
    const [self] = players;
    if (self === undefined) throw new Error("Nobody is there.");
    const brain = createBrain("normal", seed);
    // A lone player needs some time: longer than that would be no way to play.
    for (let tick = 0; tick < 60 * TICK_RATE && world.teamPoints[0] === 0; tick++) {
      step(world, { inputs: new Map([[self.id, [brain.think(viewOf(world, self))]]]) }, DT);
    }
    expect(world.teamPoints).toEqual([1, 0]);
    expect(self.points).toBe(1);
  });

  it("takes it around what it cannot roll over", () => {
    const rows = ["..........", "..........", "....  ....", "....  ....", "....  ...."];
    const arena = pitchOf(rows, [2, 4], [1, 4], [8.5, 4]);
    const next = nextForBall(arena, 1, { x: 2.5, y: 4.5 });
    expect(next?.y).toBeLessThan(3);
    expect(nextForBall(arena, 1, { x: 7.5, y: 1.5 })).toMatchObject({ x: 8.5, y: 4 });
    expect(nextForBall(arena, 3, { x: 2.5, y: 4.5 })).toBeUndefined();
  });
});
