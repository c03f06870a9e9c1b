import { describe, expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { Action } from "#shared/simulation/types.ts";
import { FALL, ticks } from "#shared/tunables.ts";
import { plain, run, tap, worldWith } from "../../../support/worlds.ts";

const RESPAWN = ticks(FALL.respawnTime);

describe("falling", () => {
  it("forgives a moment over the void, and nothing longer", () => {
    // At 13 tiles/s and more, the centre is over one tile of void for 4 ticks at most; over two, for 8.
    const fly = (rows: string[]): string[] => {
      const { world, players } = worldWith(drawArena(...rows), [2.5, 0.5]);
      players[0].vx = 14;
      return run(world, 12, { a: { moveX: 1 } }).map((event) => event.type);
    };
    expect(fly(["... ........"])).not.toContain("fall");
    expect(fly(["...  ......."])).toContain("fall");
  });

  it("gives the knock-out to who pushed last, within the time", () => {
    const { world, players } = worldWith(plain(10), [9, 6], [10.5, 6]);
    players[1].wobble = 200;
    tap(world, "a", 0);
    const fall = run(world, 60).find((event) => event.type === "fall");
    expect(fall).toMatchObject({ id: "b", by: "a", streak: 1 });
    expect(players[0].knockouts).toBe(1);
    expect(players[1].falls).toBe(1);
    expect(players[1].selfKnockouts).toBe(0);
  });

  it("is a self knock-out when nobody pushed, or too long ago", () => {
    const { world, players } = worldWith(plain(10), [10.5, 6], [4, 6]);
    players[0].lastHitBy = "b";
    players[0].lastHitTick = world.tick - ticks(FALL.creditTime) - 1;
    run(world, 40, { a: { moveX: 1 } });
    expect(players[0].selfKnockouts).toBe(1);
    expect(players[1].knockouts).toBe(0);
  });

  it("brings back after a while, rested, at a spawn, under protection that ends by itself", () => {
    const { world, players } = worldWith(plain(10), [11.5, 6]);
    players[0].wobble = 120;
    const before = run(world, 30, { a: { moveX: 1 } });
    expect(before.map((event) => event.type)).toContain("fall");
    const events = run(world, RESPAWN);
    expect(events.map((event) => event.type)).toContain("respawn");
    expect(players[0]).toMatchObject({ action: Action.Idle, wobble: 0 });
    expect(players[0].protectTicks).toBeGreaterThan(0);
    run(world, ticks(FALL.protection));
    expect(players[0].protectTicks).toBe(0);
  });

  it("does not count before the start and after the end", () => {
    const { world, players } = worldWith(plain(10), [11.5, 6]);
    world.phase = "results";
    run(world, 40, { a: { moveX: 1 } });
    expect(players[0].falls).toBe(0);
  });
});

describe("crumbling tiles", () => {
  it("shake, go and come back", () => {
    const { world } = worldWith(drawArena("....", ".c..", "...."), [1.5, 1.5]);
    const phases = run(world, 600, { a: {} })
      .filter((event) => event.type === "crumble")
      .map((event) => event.phase);
    expect(phases.slice(0, 3)).toEqual([1, 2, 0]);
  });

  it("drop who stays on them", () => {
    const { world } = worldWith(drawArena("....", ".c..", "...."), [1.5, 1.5]);
    expect(run(world, 60).map((event) => event.type)).toContain("fall");
  });
});
