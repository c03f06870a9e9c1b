import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { type Arena, Tile } from "#shared/arena/arena.ts";
import { PICKUPS } from "#shared/pickup-tunables.ts";
import { seededDice } from "#shared/random.ts";
import { tileUnder } from "#shared/simulation/ground.ts";
import { endPhase } from "#shared/simulation/match.ts";
import { PICKUP_NAMES, type PickupName } from "#shared/simulation/pickups/table.ts";
import { mostPickups } from "#shared/simulation/spawn-pickups.ts";
import type { PlayerInput, World } from "#shared/simulation/types.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { ticks } from "#shared/tunables.ts";
import { plain, run } from "../../../../support/worlds.ts";

const GLOW_TICKS = ticks(PICKUPS.glowTime);

function marked(arena: Arena, ...places: readonly (readonly [number, number])[]): Arena {
  return { ...arena, marks: places.map(([x, y]) => ({ kind: "pickup", x, y, team: -1 })) };
}

/** A match with so many players that has just begun, on an arena with four places in its corners. */
function match({ players = 1, seed = 1, on = ALL, arena = CORNERS } = {}): World {
  const world = createWorld(arena, { seed, pickups: on });
  for (let i = 0; i < players; i++) addPlayer(world, `p${i}`, `p${i}`, false);
  endPhase(world, () => {});
  return world;
}

const ALL: readonly PickupName[] = PICKUP_NAMES;
const CORNERS = marked(plain(), [4.5, 4.5], [23.5, 4.5], [4.5, 23.5], [23.5, 23.5]);
const kindsOf = (world: World) => [...world.things.values()].map(({ kind }) => kind);

describe("pickups", () => {
  it("show where and what they will be before they lie there", () => {
    const world = match({ on: ["anvil"] });
    run(world, ticks(PICKUPS.interval));
    expect(kindsOf(world)).toEqual(["soon-anvil"]);
    const [glow] = world.things.values();
    run(world, GLOW_TICKS - 1);
    expect(kindsOf(world)).toEqual(["soon-anvil"]);
    run(world, 1);
    expect([...world.things.values()]).toMatchObject([{ kind: "anvil", x: glow?.x, y: glow?.y }]);
  });

  it("are not there on arenas without marks, nor when none is on", () => {
    for (const world of [match({ arena: plain() }), match({ on: [] })]) {
      run(world, ticks(PICKUPS.interval) * 3);
      expect(world.things.size).toBe(0);
    }
  });

  it("are only there while a match is played", () => {
    const world = match();
    run(world, ticks(PICKUPS.interval) + GLOW_TICKS);
    expect(world.things.size).toBe(1);
    endPhase(world, () => {});
    run(world, 1);
    expect([world.phase, world.things.size]).toEqual(["results", 0]);
    endPhase(world, () => {});
    run(world, 100);
    expect([world.phase, world.things.size]).toEqual(["countdown", 0]);
  });

  it("appear at one of the two free places that are nearest to the last of the table", () => {
    for (let seed = 1; seed <= 12; seed++) {
      const world = match({ players: 2, seed });
      const [first, last] = [...world.players.values()];
      Object.assign(first ?? {}, { x: 23, y: 23, knockouts: 3 });
      Object.assign(last ?? {}, { x: 6, y: 4.5 });
      run(world, ticks(PICKUPS.interval));
      const [thing] = world.things.values();
      expect([thing?.x, thing?.y].map((value) => Math.round(value ?? 0))).toSatisfy(
        ([x, y]: number[]) => (x === 5 && y === 5) || (x === 24 && y === 5) || (x === 5 && y === 24),
      );
      expect(Math.hypot((thing?.x ?? 0) - 23.5, (thing?.y ?? 0) - 23.5)).toBeGreaterThan(10);
    }
  });

  it("are more where there are more players, up to a bound", () => {
    expect([1, 2, 3, 6, 16, 128].map(mostPickups)).toEqual([1, 1, 1, 2, 5, PICKUPS.most]);
  });

  it("fall with the ground under them", () => {
    const arena = marked(drawArena("..c.", ".S..", "...."), [2.5, 0.5]);
    const world = match({ arena, on: ["mega"] });
    run(world, ticks(PICKUPS.interval) + GLOW_TICKS);
    expect(kindsOf(world)).toEqual(["mega"]);
    world.crumblePhases[0] = 2;
    world.crumbleTicks[0] = 200;
    run(world, 1);
    expect(tileUnder(world, 2.5, 0.5)).toBe(Tile.Void);
    expect(world.things.size).toBe(0);
    run(world, GLOW_TICKS);
    expect(world.things.size).toBe(0);
  });

  it("are never too many, never over the void, each taken once, whatever players do", () => {
    const crumbling = Array.from({ length: 14 }, (_, row) =>
      row % 3 === 1 ? "c".repeat(20) : ".".repeat(20),
    );
    const arena = marked(
      {
        ...drawArena(...crumbling),
        spawns: [
          { x: 3.5, y: 3.5 },
          { x: 16.5, y: 9.5 },
        ],
      },
      [2.5, 1.5],
      [4.5, 3.5],
      [15.5, 9.5],
      [5.5, 9.5],
      [14.5, 12.5],
    );
    let takings = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const dice = seededDice(seed);
        const world = match({ players: 9, seed, arena });
        for (let second = 0; second < 24; second++) {
          const inputs = Object.fromEntries([...world.players.keys()].map((id) => [id, anything(dice)]));
          for (let tick = 0; tick < 50; tick++) takings += stepAndCheck(world, inputs);
        }
      }),
      { numRuns: 6, seed: 5 },
    );
    // Else it would say nothing.
    expect(takings).toBeGreaterThan(20);
  });
});

function anything(dice: () => number): Partial<PlayerInput> {
  const axis = () => Math.round(dice() * 2 - 1);
  return { moveX: axis(), moveY: axis(), push: dice() < 0.3, dash: dice() < 0.3, brace: dice() < 0.1 };
}

/** One step, and what must be so after each. Returns how many pickups were taken in it. */
function stepAndCheck(world: World, inputs: Record<string, Partial<PlayerInput>>): number {
  const before = [...world.things.values()];
  const taken = run(world, 1, inputs).flatMap((event) => (event.type === "pickup" ? [event.kind] : []));
  const gone = before.filter(({ id }) => !world.things.has(id)).map(({ kind }) => kind);
  for (const kind of taken) {
    expect(gone).toContain(kind);
    gone.splice(gone.indexOf(kind), 1);
  }
  const lying = [...world.things.values()].filter(({ kind }) => kind !== "peel");
  expect(lying.length).toBeLessThanOrEqual(mostPickups(9));
  for (const { x, y } of world.things.values()) expect(tileUnder(world, x, y)).not.toBe(Tile.Void);
  return taken.length;
}
