import { describe, expect, it } from "vitest";
import { Pathfinder } from "#bots/brain/paths.ts";
import { drawArena } from "#lab/draw-arena.ts";

describe("the way of a bot", () => {
  it("leads through a teleporter where there is no other", () => {
    const arena = drawArena("....... .......", "....1.. ..1....", "....... .......");
    const ground = { arena, crumblePhases: [], sunk: 0 };
    const next = new Pathfinder().next(ground, { x: 3.5, y: 1.5 }, { x: 13.5, y: 1.5 }, 0);
    expect(next).toEqual({ x: 4.5, y: 1.5 });
  });
});
