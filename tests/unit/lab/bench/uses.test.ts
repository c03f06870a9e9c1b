import { expect, it } from "vitest";
import { UseWatch } from "#lab/bench/uses.ts";
import { drawArena } from "#lab/draw-arena.ts";
import { Tile } from "#shared/arena/arena.ts";
import { addThing } from "#shared/simulation/things/things.ts";
import { run, worldWith } from "../../../support/worlds.ts";

it("tiles are used each time somebody comes onto them, and pickups when somebody takes them", () => {
  const arena = drawArena("............", "............", "............");
  // Two stripes of ice across the way.
  for (const x of [3, 4, 7]) for (let y = 0; y < 3; y++) arena.tiles[y * arena.width + x] = Tile.Ice;
  const { world } = worldWith(arena, [1.5, 1.5]);
  addThing(world, { kind: "anvil", x: 6, y: 1.5, owner: "", until: 0 });
  const watch = new UseWatch();
  for (let tick = 0; tick < 80; tick++) watch.note(world, run(world, 1, { a: { moveX: 1 } }));
  expect(watch.uses).toMatchObject({ ice: 2, anvil: 1, mud: 0, spring: 0, feather: 0 });
});
