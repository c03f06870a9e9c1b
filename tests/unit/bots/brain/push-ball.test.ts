import { describe, expect, it } from "vitest";
import { wayForBall, wayLeft } from "#bots/brain/ball-way.ts";
import { createBrain } from "#bots/brain/brain.ts";
import type { Vector } from "#bots/brain/geometry.ts";
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
    const way = (x: number, y: number, from: Vector, team = 1) =>
      wayForBall(arena, team, { x, y }, 1.8, from);
    // Up along the gap, not into it.
    expect(Math.sin(way(2.5, 2.5, { x: 2.5, y: 4.3 }) ?? 0)).toBeLessThan(-0.3);
    // On the other side straight down into the goal.
    expect(Math.sin(way(8.5, 1.5, { x: 8.5, y: 0.5 }) ?? 0)).toBeGreaterThan(0.9);
    expect(way(2.5, 4.5, { x: 1, y: 1 }, 3)).toBeUndefined();
    expect(wayLeft(arena, 1, { x: 5, y: 3 })).toBeUndefined();
    expect(wayLeft(arena, 1, { x: 7, y: 3 })).toBeLessThan(wayLeft(arena, 1, { x: 2, y: 3 }) ?? 0);
  });

  it("gets it away from the rim where nobody can get behind it, off the rim", () => {
    const { world, players } = pushBallWorld(pitch(), [22, 2.6], [19, 4]);
    const [self] = players;
    if (self === undefined || world.ball === undefined) throw new Error("Nobody is there.");
    const brain = createBrain("normal", 1);
    for (let tick = 0; tick < 5 * TICK_RATE && world.ball.y < 4; tick++) {
      step(world, { inputs: new Map([[self.id, [brain.think(viewOf(world, self))]]]) }, DT);
    }
    expect(world.ball.y).toBeGreaterThanOrEqual(4);
  });
});
