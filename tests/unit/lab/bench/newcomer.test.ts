import { describe, expect, it } from "vitest";
import { viewOf } from "#bots/brain/view.ts";
import { Newcomer } from "#lab/bench/newcomer.ts";
import { drawArena } from "#lab/draw-arena.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { ticks } from "#shared/tunables.ts";
import { plain, worldWith } from "../../../support/worlds.ts";

/** The model needs so many ticks to react: 0.3 s, as the issue of the targets gives it. */
const REACTION = ticks(0.3);

describe("the modelled newcomer", () => {
  it("chases the nearest, and stops at an edge between them", () => {
    const gap = drawArena("............", ".....  .....", ".....  .....");
    const { world, players } = worldWith(gap, [2.5, 1.5], [9.5, 1.5]);
    const [ann] = players;
    const newcomer = new Newcomer();
    expect(newcomer.think(viewOf(world, ann)).moveX).toBe(1);
    ann.x = 4.4;
    expect(newcomer.think(viewOf(world, ann)).moveX).toBe(0);
  });

  it("steers against a throw, but not before the time that it takes to react", () => {
    const { world, players } = worldWith(plain(), [8, 12], [14, 12]);
    const [ann] = players;
    ann.vx = 12;
    const newcomer = new Newcomer();
    const inputs: PlayerInput[] = [];
    while (inputs.length <= REACTION) inputs.push(newcomer.think(viewOf(world, ann)));
    expect(inputs.slice(0, REACTION).every(({ moveX }) => moveX === 1)).toBe(true);
    expect(inputs[REACTION]?.moveX).toBe(-1);
  });

  it("never dashes and never braces", () => {
    const { world, players } = worldWith(plain(), [8, 12], [9.5, 12]);
    const newcomer = new Newcomer();
    for (let tick = 0; tick < 100; tick++) {
      expect(newcomer.think(viewOf(world, players[0]))).toMatchObject({ dash: false, brace: false });
    }
  });
});
