import { describe, expect, it } from "vitest";
import { loadArena } from "#lab/bench/tournament.ts";
import { step } from "#shared/simulation/step.ts";
import { addPlayer, createWorld, placeAtSpawn } from "#shared/simulation/world.ts";
import { DT, STAMPEDE } from "#shared/tunables.ts";

const BADLANDS = loadArena("badlands");
/** Places of characters and zones are rounded to what travels: by less than a hundredth of a tile. */
const NEAR = STAMPEDE.spawnNear + 0.01;

function far(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

describe("whoever appears on a huge arena", () => {
  it("has somebody in reach of a short run in a Stampede", () => {
    const world = createWorld(BADLANDS, { seed: 5, mode: "stampede" });
    const ann = addPlayer(world, "ann", "Ann", false);
    const bob = addPlayer(world, "bob", "Bob", false);
    for (let time = 0; time < 20; time++) {
      placeAtSpawn(world, bob);
      expect(far(ann, bob)).toBeLessThanOrEqual(NEAR);
      placeAtSpawn(world, ann);
      expect(far(ann, bob)).toBeLessThanOrEqual(NEAR);
    }
  });

  it("has a zone in reach of one in a Stampede Hill", () => {
    const world = createWorld(BADLANDS, { seed: 5, mode: "stampede-hill" });
    const ann = addPlayer(world, "ann", "Ann", false);
    while (world.phase !== "playing") step(world, { inputs: new Map() }, DT);
    const zones = [...world.things.values()].filter(({ kind }) => kind === "zone");
    expect(zones).toHaveLength(3);
    for (let time = 0; time < 20; time++) {
      placeAtSpawn(world, ann);
      expect(Math.min(...zones.map((zone) => far(zone, ann)))).toBeLessThanOrEqual(NEAR);
    }
  });
});
