import { describe, expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { rimOf } from "#shared/simulation/rim.ts";
import { otherEnd } from "#shared/simulation/tiles/teleporter.ts";
import { MOVE } from "#shared/tunables.ts";
import { run, worldWith } from "../../../../support/worlds.ts";

const ARENA = drawArena(
  "..............",
  "...1......2...",
  "..............",
  "              ",
  "..............",
  "...2......1...",
  "..............",
);

describe("a teleporter", () => {
  it("leads to the other one of its pair, and out of it in the same direction at the same speed", () => {
    const { world, players } = worldWith(ARENA, [1.5, 1.5]);
    const events = run(world, 24, { a: { moveX: 1 } });
    const jump = events.find((event) => event.type === "teleport");
    expect(jump).toMatchObject({ id: "a", toY: expect.closeTo(5.5, 1) });
    expect(players[0].y).toBeCloseTo(5.5, 1);
    expect(players[0].x).toBeGreaterThan(11);
    expect(players[0].vx).toBeCloseTo(MOVE.topSpeed, 1);
  });

  it("sends nobody back at once", () => {
    const { world } = worldWith(ARENA, [1.5, 1.5]);
    const events = run(world, 40, { a: { moveX: 1 } });
    expect(events.filter(({ type }) => type === "teleport")).toHaveLength(1);
  });

  it("takes somebody who stands on it to where they look", () => {
    const { world, players } = worldWith(ARENA, [3.5, 1.5]);
    run(world, 1, { a: { aim: Math.PI / 2 } });
    expect([players[0].x, players[0].y].map((at) => Math.round(at * 10) / 10)).toEqual([10.5, 6.4]);
  });

  it("leads nowhere when its other end has sunk with the rim", () => {
    const [edge, middle] = ["1.......................", "............1..........."];
    const { world } = worldWith(drawArena(edge, middle, ".".repeat(24)), [12.5, 1.5]);
    world.sunk = rimOf(world.arena).count;
    expect(run(world, 3).map(({ type }) => type)).not.toContain("teleport");
  });

  it("knows the other one of its own pair only", () => {
    expect([17, 24, 0].map((index) => otherEnd(ARENA, index))).toEqual([14 * 5 + 10, 14 * 5 + 3, undefined]);
  });
});
