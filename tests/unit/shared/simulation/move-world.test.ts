import { describe, expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { hashWorld } from "#shared/simulation/hash.ts";
import { endPhase, enterPhase } from "#shared/simulation/match.ts";
import { brawl } from "#shared/simulation/modes/brawl.ts";
import type { Mode } from "#shared/simulation/modes/mode.ts";
import { moveWorld } from "#shared/simulation/move-world.ts";
import { addThing } from "#shared/simulation/things/things.ts";
import type { World } from "#shared/simulation/types.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { plain, run } from "../../../support/worlds.ts";

const HERE = drawArena("S..S..cccc", "S..S..cccc", "..........", "S........S");
const THERE = drawArena("......S....", ".S.......S.", "....cc.....", "......S....");
const SEED = 77;

function worldOn(arena: typeof HERE, mode: Mode = brawl): World {
  const world = createWorld(arena, { seed: SEED, mode, lobby: true });
  for (const id of ["a", "b", "c"]) addPlayer(world, id, id, id === "c");
  return world;
}

/** Lets a world have all that could be left of its arena: crumbled floor, things, an open blow, scores, somebody who flies. */
function leaveTraces(world: World): void {
  const [a, b, c] = world.players.values();
  if (a === undefined || b === undefined || c === undefined) throw new Error("Nobody is there.");
  world.phase = "playing";
  world.phaseEndsTick = 1_000_000;
  Object.assign(a, { x: 1, y: 0.5, aim: 0, protectTicks: 0 });
  Object.assign(b, { x: 2.2, y: 0.5, protectTicks: 0 });
  Object.assign(c, { x: 8.5, y: 0.5 });
  run(world, 50, { a: { push: true, aim: 0 } });
  run(world, 1, { a: { aim: 0 } });
  addThing(world, { kind: "ball", x: 3, y: 3, owner: "a", until: 0 });
  a.thrown = { by: "spring", tick: world.tick };
  Object.assign(a, { knockouts: 3, falls: 2, selfKnockouts: 1, streak: 2 });
  run(world, 3);
}

describe("a world that is moved", () => {
  it("goes on as a fresh one there: the same inputs give the same match", () => {
    const moved = worldOn(HERE);
    leaveTraces(moved);
    expect([...moved.crumblePhases].some((phase) => phase !== 0)).toBe(true);
    expect(moved.openBlows.size).toBe(1);
    moved.seed = SEED;
    moved.phase = "lobby";
    moved.phaseEndsTick = 0;
    const fresh = createWorld(THERE, { seed: SEED, lobby: true });
    fresh.tick = moved.tick;
    for (const id of ["a", "b", "c"]) addPlayer(fresh, id, id, id === "c");
    moveWorld(moved, { arena: THERE, mode: brawl, matchTicks: fresh.matchTicks });
    const both = [moved, fresh];
    expect(hashWorld(moved)).toBe(hashWorld(fresh));
    for (const world of both) endPhase(world, () => {});
    for (let second = 0; second < 8; second++) {
      const inputs = {
        a: { moveX: 1, push: second % 2 === 0 },
        b: { moveY: -1, dash: true },
        c: { moveX: -1 },
      };
      const events = both.map((world) => run(world, 50, inputs));
      expect(events[0]).toEqual(events[1]);
      expect(hashWorld(moved), `second ${second}`).toBe(hashWorld(fresh));
    }
  });

  it("keeps nothing of the arena before", () => {
    const world = worldOn(HERE);
    leaveTraces(world);
    moveWorld(world, { arena: THERE, mode: brawl, matchTicks: 500 });
    expect(world.arena).toBe(THERE);
    expect(world.matchTicks).toBe(500);
    expect([world.crumbleTicks.length, world.crumblePhases.length]).toEqual([2, 2]);
    expect([...world.crumblePhases]).toEqual([0, 0]);
    expect([world.things.size, world.openBlows.size, world.lastThing]).toEqual([0, 0, 0]);
    for (const player of world.players.values()) {
      expect(player).toMatchObject({
        knockouts: 0,
        falls: 0,
        streak: 0,
        wobble: 0,
        lastHitBy: "",
        lastHitTick: 0,
      });
      expect(player.thrown).toBeUndefined();
      expect(THERE.spawns.some(({ x, y }) => Math.hypot(x - player.x, y - player.y) < 0.01)).toBe(true);
      expect(player.footing).toBe(Math.floor(player.y) * THERE.width + Math.floor(player.x));
    }
  });

  it("keeps the teams where there are as many, and deals them out where there are others", () => {
    const sides: Mode = { ...brawl, id: "sides", teams: 2 };
    const world = worldOn(HERE, sides);
    const teams = (): number[] => [...world.players.values()].map(({ team }) => team);
    for (const [at, player] of [...world.players.values()].entries()) player.team = at === 1 ? 0 : 1;
    moveWorld(world, { arena: THERE, mode: sides, matchTicks: 500 });
    expect(teams()).toEqual([1, 0, 1]);
    moveWorld(world, { arena: THERE, mode: brawl, matchTicks: 500 });
    expect(teams()).toEqual([0, 0, 0]);
    moveWorld(world, { arena: THERE, mode: sides, matchTicks: 500 });
    expect(teams()).toEqual([0, 1, 0]);
  });
});

describe("what is planned for the next match", () => {
  const plan = { arena: THERE, mode: { ...brawl, id: "other" }, matchTicks: 700 };

  it.each(["countdown", "lobby"] as const)("is played from the next %s on, once", (phase) => {
    const world = worldOn(HERE);
    enterPhase(world, "playing", () => {});
    world.next = plan;
    enterPhase(world, "results", () => {});
    expect(world.arena).toBe(HERE);
    enterPhase(world, phase, () => {});
    expect([world.arena, world.mode.id, world.matchTicks]).toEqual([THERE, "other", 700]);
    expect(world.next).toBeUndefined();
  });

  it("is set up by its own mode, in the countdown and not in the lobby", () => {
    const setups: string[] = [];
    const world = createWorld(plain(), {
      seed: 1,
      lobby: true,
      mode: { ...brawl, setup: () => setups.push("old") },
    });
    world.next = { ...plan, mode: { ...brawl, setup: () => setups.push("new") } };
    enterPhase(world, "lobby", () => {});
    expect(setups).toEqual([]);
    endPhase(world, () => {});
    expect(setups).toEqual(["new"]);
  });
});
