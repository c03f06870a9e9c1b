import { describe, expect, it } from "vitest";
import { RIM } from "#shared/mode-tunables.ts";
import { tileUnder } from "#shared/simulation/ground.ts";
import { pauseWorld, resumeWorld } from "#shared/simulation/pause.ts";
import { rimOf } from "#shared/simulation/rim.ts";
import { raiseRim, shakeRim, standing, sunkAt } from "#shared/simulation/sinking.ts";
import { Action } from "#shared/simulation/types.ts";
import { placeAtSpawn } from "#shared/simulation/world.ts";
import { FALL, ticks } from "#shared/tunables.ts";
import { plain, run, worldWith } from "../../../support/worlds.ts";

const SHAKING = ticks(RIM.shaking);

describe("a sinking rim", () => {
  it("shakes for a while, sinks under whoever stands on it, and under nobody else", () => {
    const { world, players } = worldWith(plain(), [2.5, 2.5], [14, 14]);
    const [outside, inside] = players;
    const told: unknown[] = [];
    shakeRim(world, (event) => told.push(event));
    expect(told).toEqual([{ type: "sink", tick: 0, ring: 0, phase: 1 }]);
    const before = run(world, SHAKING - 1);
    expect(before.filter(({ type }) => type === "sink" || type === "fall")).toEqual([]);
    expect([world.sunk, sunkAt(world, world.tick + 1)]).toEqual([0, 1]);
    const after = run(world, 1 + ticks(FALL.grace) + 1);
    expect(after.filter(({ type }) => type === "sink")).toEqual([
      { type: "sink", tick: SHAKING, ring: 0, phase: 2 },
    ]);
    expect(after.some((event) => event.type === "fall" && event.id === outside.id)).toBe(true);
    expect([world.sunk, world.sinksAt, inside.action]).toEqual([1, 0, Action.Idle]);
  });

  it("does so ring by ring, leaves the core, and stands again", () => {
    const { world, players } = worldWith(plain(), [14, 14]);
    const { count, x, y } = rimOf(world.arena);
    for (let ring = 0; ring < count + 3; ring++) {
      shakeRim(world, () => {});
      run(world, SHAKING + 1);
    }
    expect([world.sunk, world.sinksAt]).toEqual([count, 0]);
    expect(tileUnder(world, x, y)).toBe(1);
    expect(tileUnder(world, 3, 3)).toBe(0);
    expect(players[0].falls).toBe(0);
    raiseRim(world);
    expect(tileUnder(world, 3, 3)).toBe(1);
  });

  it("waits while a match is paused", () => {
    const { world } = worldWith(plain(), [14, 14]);
    shakeRim(world, () => {});
    run(world, 10);
    pauseWorld(world);
    run(world, 3 * SHAKING);
    expect(world.sinksAt - world.tick).toBe(SHAKING - 10);
    resumeWorld(world);
    run(world, world.resumesAt - world.tick - 1 + SHAKING - 11);
    expect(world.sunk).toBe(0);
    run(world, 1);
    expect(world.sunk).toBe(1);
  });

  it("lets nobody appear where it has sunk or shakes, but on the core when no spawn stands", () => {
    const { world, players } = worldWith(plain(), [14, 14]);
    const places = [
      { x: 2.5, y: 2.5 },
      { x: 14, y: 14 },
    ];
    expect(standing(world, places)).toEqual(places);
    shakeRim(world, () => {});
    expect(standing(world, places)).toEqual([places[1]]);
    run(world, SHAKING + 1);
    expect(standing(world, places)).toEqual([places[1]]);
    // The only spawn of the arena is its first tile, which is gone.
    placeAtSpawn(world, players[0]);
    const { x, y } = rimOf(world.arena);
    expect(Math.hypot(players[0].x - x, players[0].y - y)).toBeLessThan(0.01);
  });
});
