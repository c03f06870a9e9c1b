import { describe, expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { PEEL, PICKUPS } from "#shared/pickup-tunables.ts";
import { massOf } from "#shared/simulation/contacts.ts";
import { brawl } from "#shared/simulation/modes/brawl.ts";
import { Effect } from "#shared/simulation/pickups/effect.ts";
import { PICKUP_NAMES, type PickupName } from "#shared/simulation/pickups/table.ts";
import { addThing } from "#shared/simulation/things/things.ts";
import { Action, type Player, type World } from "#shared/simulation/types.ts";
import { DASH, FALL, MOVE, ticks } from "#shared/tunables.ts";
import { fullPush, plain, run, speedOf, tap, worldWith } from "../../../../support/worlds.ts";

const EAST = 0;
const WEST = Math.PI;

/** Lets a player take a pickup where they stand. */
function take(world: World, name: PickupName, player: Player) {
  addThing(world, { kind: name, x: player.x, y: player.y, owner: "", until: 0 });
  return run(world, 1);
}

/** Two players on a plain, the second one to the east of the first at a distance (tiles). */
function duel(distance: number) {
  const { world, players } = worldWith(plain(), [10, 12], [10 + distance, 12]);
  const [ann, bob] = players;
  return { world, ann, bob };
}

describe("a pickup", () => {
  it.each(PICKUP_NAMES)("%s is taken by whoever touches it, once, and that is told", (name) => {
    const { world, ann, bob } = duel(0.5);
    const events = take(world, name, ann);
    expect(world.things.size).toBe(0);
    expect(events.filter(({ type }) => type === "pickup")).toMatchObject([{ id: "a", kind: name }]);
    expect([bob.effect, bob.wobble]).toEqual([0, 0]);
  });

  it("is not touched by those who fly over it or fall past it", () => {
    const { world, ann } = duel(6);
    ann.airTicks = 5;
    take(world, "anvil", ann);
    expect(ann.effect).toBe(Effect.None);
    run(world, 5);
    expect(ann.effect).toBe(Effect.Anvil);
  });

  it("takes the place of what its taker had, and goes with a fall", () => {
    const { world, ann } = duel(6);
    take(world, "anvil", ann);
    take(world, "hook", ann);
    expect([ann.effect, ann.effectTicks]).toEqual([Effect.Hook, 0]);
    Object.assign(ann, { x: -4 });
    run(world, ticks(FALL.grace) + 2);
    expect([ann.action, ann.effect]).toEqual([Action.Falling, Effect.None]);
  });

  it("is kept when a blow is taken back after it was taken", () => {
    const { world, ann, bob } = duel(2);
    world.tick = 100;
    tap(world, "a", EAST);
    take(world, "anvil", bob);
    expect(world.openBlows.get("b")?.before.effect).toBe(Effect.Anvil);
    run(world, 1, { b: { brace: true, seen: 101 } });
    expect([bob.action, bob.effect]).toEqual([Action.Bracing, Effect.Anvil]);
    expect(ann.effect).toBe(Effect.None);
  });
});

describe("a feather", () => {
  it("takes a good part of the wobble away", () => {
    const { world, ann } = duel(6);
    ann.wobble = 120;
    take(world, "feather", ann);
    expect(ann.wobble).toBe(120 * PICKUPS.featherLeaves);
  });
});

describe("an anvil", () => {
  it("halves what a push does, weighs and slows, and is over in time", () => {
    const light = duel(2);
    tap(light.world, "a", EAST);
    const heavy = duel(2);
    take(heavy.world, "anvil", heavy.bob);
    tap(heavy.world, "a", EAST);
    expect(speedOf(heavy.bob) / speedOf(light.bob)).toBeCloseTo(PICKUPS.anvilKnockback, 1);
    expect(massOf(heavy.bob)).toBe(PICKUPS.anvilMass);
    run(heavy.world, 25, { b: { moveX: 1 } });
    expect(speedOf(heavy.bob)).toBeCloseTo(MOVE.topSpeed * PICKUPS.anvilSpeed, 1);
    run(heavy.world, ticks(PICKUPS.anvilTime));
    expect([heavy.bob.effect, massOf(heavy.bob)]).toEqual([Effect.None, 1]);
  });
});

describe("a mega-push", () => {
  it("is a full push to nearly all sides for a tap, once", () => {
    const { world, ann, bob } = duel(3.5);
    take(world, "mega", ann);
    const [push] = tap(world, "a", Math.PI / 2).filter(({ type }) => type === "push");
    expect(push).toMatchObject({ charge: 1, with: "mega" });
    expect(speedOf(bob)).toBeGreaterThan(0);
    expect(ann.effect).toBe(Effect.None);
    const after = duel(3.5);
    tap(after.world, "a", Math.PI / 2);
    expect(speedOf(after.bob)).toBe(0);
  });

  it("does not reach those behind", () => {
    const { world, ann, bob } = duel(3.5);
    take(world, "mega", ann);
    tap(world, "a", WEST);
    expect(speedOf(bob)).toBe(0);
  });
});

describe("a hook", () => {
  it.each([0, 80, 250])(
    "brings the nearest in its cone within reach of a tap, with %d%% wobble",
    (wobble) => {
      const { world, players } = worldWith(plain(), [8, 12], [13, 12], [14.5, 12]);
      const [ann, bob, cat] = players;
      bob.wobble = wobble;
      take(world, "hook", ann);
      const events = tap(world, "a", EAST);
      expect(events.filter(({ type }) => type === "hook")).toMatchObject([{ id: "b", by: "a" }]);
      expect([bob.lastHitBy, cat.lastHitBy, cat.vx]).toEqual(["a", "", 0]);
      run(world, 50);
      expect(bob.x - ann.x).toBeGreaterThan(0.8);
      expect(bob.x - ann.x).toBeLessThan(2.6);
      expect(ann.effect).toBe(Effect.None);
    },
  );

  it("reaches farther than a push, and has to be aimed", () => {
    const far = duel(PICKUPS.hookReach - 0.2);
    take(far.world, "hook", far.ann);
    tap(far.world, "a", EAST);
    expect(far.bob.vx).toBeLessThan(0);
    const aside = duel(PICKUPS.hookReach - 0.2);
    take(aside.world, "hook", aside.ann);
    tap(aside.world, "a", PICKUPS.hookHalfCone + 0.1);
    expect(aside.bob.vx).toBe(0);
  });

  it("can be parried: then it pulls whoever threw it", () => {
    const { world, ann, bob } = duel(4);
    take(world, "hook", ann);
    run(world, 2, { a: { push: true, aim: EAST } });
    const events = run(world, 1, { a: { aim: EAST }, b: { brace: true } });
    expect(events.map(({ type }) => type)).toContain("parry");
    expect([ann.vx > 0, bob.vx]).toEqual([true, 0]);
  });
});

describe("a banana", () => {
  it("leaves its peel where the next dash begins, and whoever treads on it slips, to the credit of the eater", () => {
    const { world, ann, bob } = duel(3);
    take(world, "banana", ann);
    const events = run(world, 1, { a: { dash: true, moveX: -1 } });
    expect(events.find(({ type }) => type === "dash")).toMatchObject({ with: "banana" });
    expect([...world.things.values()]).toMatchObject([{ kind: "peel", owner: "a" }]);
    expect(ann.effect).toBe(Effect.None);
    run(world, ticks(PEEL.armTime));
    const slips = run(world, 40, { b: { moveX: -1 } }).filter(({ type }) => type === "slip");
    expect(slips).toMatchObject([{ id: "b", by: "a" }]);
    expect([bob.lastHitBy, world.things.size]).toEqual(["a", 0]);
  });

  it("does not trip those who drop it before they are off it, who are protected, who float, or who are mates", () => {
    const { world, ann, bob } = duel(6);
    const lay = () =>
      addThing(world, { kind: "peel", x: bob.x, y: bob.y, owner: "a", until: world.tick + 500 });
    bob.protectTicks = 3;
    lay();
    run(world, 2);
    expect(bob.effect).toBe(Effect.None);
    bob.protectTicks = 0;
    bob.effect = Effect.Bubble;
    run(world, 1);
    expect(bob.effect).toBe(Effect.Bubble);
    bob.effect = Effect.None;
    world.mode = { ...brawl, mayHit: () => false };
    run(world, 1);
    expect(bob.effect).toBe(Effect.None);
    world.mode = brawl;
    run(world, 1);
    expect(bob.effect).toBe(Effect.Slip);
    expect(ann.effect).toBe(Effect.None);
  });

  it("slides for a while without a grip, unless one dashes out of it", () => {
    const slide = (dash: boolean) => {
      const { world, ann } = duel(9);
      Object.assign(ann, { vy: MOVE.topSpeed });
      addThing(world, { kind: "peel", x: ann.x, y: ann.y + 0.1, owner: "b", until: world.tick + 500 });
      run(world, 1);
      expect(ann.effect).toBe(Effect.Slip);
      expect(speedOf(ann)).toBeCloseTo(PEEL.slipSpeed, 1);
      const from = ann.y;
      run(world, ticks(PEEL.slipTime), { a: { moveY: -1, dash } });
      return ann.y - from;
    };
    expect(slide(false)).toBeGreaterThan(4);
    expect(slide(true)).toBeLessThan(1);
  });

  it("leaves at most so many peels", () => {
    const { world, ann } = duel(9);
    for (let i = 0; i < PEEL.most + 2; i++) {
      take(world, "banana", ann);
      run(world, 1, { a: { dash: true } });
      run(world, ticks(DASH.cooldown));
      Object.assign(ann, { x: 10, y: 12, vx: 0, effect: 0 });
    }
    expect([...world.things.values()].filter(({ kind }) => kind === "peel").length).toBeLessThanOrEqual(
      PEEL.most,
    );
  });
});

describe("a bubble", () => {
  const GAP = drawArena("....      ....", "....      ....", "....      ....");

  it("carries over a gap", () => {
    const { world, players } = worldWith(GAP, [3, 1.5], [13, 0.5]);
    const [ann] = players;
    take(world, "bubble", ann);
    run(world, ticks(PICKUPS.bubbleTime) - 1, { a: { moveX: 1 } });
    expect(ann.x).toBeGreaterThan(10);
    expect(ann.action).not.toBe(Action.Falling);
  });

  it("is over in time, over the void as well", () => {
    const { world, players } = worldWith(GAP, [3, 1.5], [13, 0.5]);
    const [ann] = players;
    take(world, "bubble", ann);
    run(world, 30, { a: { moveX: 1 } });
    run(world, ticks(PICKUPS.bubbleTime + FALL.grace) - 28);
    expect(ann.action).toBe(Action.Falling);
  });

  it("bursts at a blow", () => {
    const { world, ann, bob } = duel(2);
    take(world, "bubble", bob);
    const events = fullPush(world, "a", EAST);
    expect(events.filter(({ type }) => type === "pop")).toMatchObject([{ id: "b" }]);
    expect([bob.effect, bob.effectTicks, ann.effect]).toEqual([0, 0, 0]);
  });
});
