import { beforeAll, describe, expect, it, vi } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { hashWorld } from "#shared/simulation/hash.ts";
import { endPhase } from "#shared/simulation/match.ts";
import { brawl } from "#shared/simulation/modes/brawl.ts";
import { addThingKind } from "#shared/simulation/things/table.ts";
import { addThing, removeThing } from "#shared/simulation/things/things.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { run } from "../../../support/worlds.ts";

const touched = vi.fn();
const tick = vi.fn();
const ABOUT = { kind: "test", x: 4.5, y: 1.5, owner: "", until: 0 };

function scene() {
  touched.mockReset();
  tick.mockReset();
  const world = createWorld(drawArena("..........", ".S......S.", ".........."), { seed: 1 });
  const [ann, bob] = [addPlayer(world, "a", "Ann", false), addPlayer(world, "b", "Bob", false)];
  Object.assign(ann, { x: 1.5, y: 1.5 });
  Object.assign(bob, { x: 8.5, y: 1.5 });
  return { world, ann, bob };
}

describe("a thing", () => {
  beforeAll(() => addThingKind("test", { reach: 0.5, touched, tick }));

  it("is touched by who is near enough, in each step", () => {
    const { world, ann } = scene();
    const thing = addThing(world, ABOUT);
    run(world, 1);
    expect(touched).not.toHaveBeenCalled();
    ann.x = 4.8;
    run(world, 2);
    expect(touched.mock.calls.map(([, what, who]) => [what, who.id])).toEqual([
      [thing, "a"],
      [thing, "a"],
    ]);
    expect(tick).toHaveBeenCalledTimes(3);
  });

  it("is touched by nobody who flies or falls", () => {
    const { world, ann } = scene();
    addThing(world, ABOUT);
    Object.assign(ann, { x: 4.5, airTicks: 5 });
    run(world, 1);
    expect(touched).not.toHaveBeenCalled();
  });

  it("that is taken is not there for the next one", () => {
    const { world, ann, bob } = scene();
    addThing(world, ABOUT);
    touched.mockImplementation((where, thing) => removeThing(where, thing));
    Object.assign(ann, { x: 4.2 });
    Object.assign(bob, { x: 4.8 });
    run(world, 1);
    expect(touched).toHaveBeenCalledOnce();
    expect(world.things.size).toBe(0);
  });

  it("goes when its time is over, and with the match", () => {
    const { world } = scene();
    addThing(world, { ...ABOUT, until: world.tick + 3 });
    run(world, 2);
    expect(world.things.size).toBe(1);
    run(world, 1);
    expect(world.things.size).toBe(0);
    addThing(world, ABOUT);
    for (let i = 0; i < 3; i++) endPhase(world, () => {});
    expect(world.things.size).toBe(0);
  });

  it("of a kind that there is not lies there", () => {
    const { world } = scene();
    addThing(world, { ...ABOUT, kind: "constructor" });
    expect(() => run(world, 2)).not.toThrow();
  });

  it("is part of the hash of its world, and nothing is when there is none", () => {
    const { world } = scene();
    const before = hashWorld(world);
    const thing = addThing(world, ABOUT);
    expect(hashWorld(world)).not.toBe(before);
    removeThing(world, thing);
    expect(hashWorld(world)).toBe(before);
  });

  it("has a number of its own in its world", () => {
    const { world } = scene();
    const first = addThing(world, ABOUT);
    removeThing(world, first);
    expect(addThing(world, ABOUT).id).not.toBe(first.id);
    expect(world.mode).toBe(brawl);
  });
});
