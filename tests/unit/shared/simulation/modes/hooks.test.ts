import { describe, expect, it, vi } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { endPhase } from "#shared/simulation/match.ts";
import { areMates } from "#shared/simulation/mates.ts";
import { brawl } from "#shared/simulation/modes/brawl.ts";
import { ENDLESS, type Mode } from "#shared/simulation/modes/mode.ts";
import { teamSizes } from "#shared/simulation/modes/teams.ts";
import { step } from "#shared/simulation/step.ts";
import { Action } from "#shared/simulation/types.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { DT, FALL, ticks } from "#shared/tunables.ts";
import { run, tap } from "../../../../support/worlds.ts";

const ARENA = drawArena("..........", ".S......S.", "..........");

function worldOf(hooks: Partial<Mode>) {
  const world = createWorld(ARENA, { seed: 1, mode: { ...brawl, ...hooks } });
  const [ann, bob] = [addPlayer(world, "a", "Ann", false), addPlayer(world, "b", "Bob", false)];
  return { world, ann, bob };
}

describe("the hooks of a mode", () => {
  it("set a match up, the first one and each of the next", () => {
    const setup = vi.fn();
    const { world } = worldOf({ setup });
    expect(setup).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 3; i++) endPhase(world, () => {});
    expect(world.phase).toBe("countdown");
    expect(setup).toHaveBeenCalledTimes(2);
  });

  it("run at the end of each step of a match, and in no other phase", () => {
    const tick = vi.fn();
    const { world } = worldOf({ tick });
    step(world, { inputs: new Map() }, DT);
    expect(tick).not.toHaveBeenCalled();
    endPhase(world, () => {});
    step(world, { inputs: new Map() }, DT);
    expect(tick).toHaveBeenCalledOnce();
  });

  it("put newcomers on the smallest team", () => {
    const { world } = worldOf({ teams: 2 });
    addPlayer(world, "c", "Cyd", false);
    expect([...world.players.values()].map(({ team }) => team)).toEqual([0, 1, 0]);
    expect(teamSizes(world)).toEqual([2, 1]);
  });

  it.each([
    ["mates", 1, false],
    ["others", 2, true],
  ])("decide whether a push does anything to %s", (_whom, teams, hits) => {
    const { world, ann, bob } = worldOf({ teams, mayHit: ({ mode }, a, b) => !areMates(mode, a, b) });
    Object.assign(ann, { x: 4, y: 1.5, aim: 0, protectTicks: 0 });
    Object.assign(bob, { x: 5.2, y: 1.5, protectTicks: 0 });
    const events = tap(world, "a", 0);
    expect(events.some(({ type }) => type === "push")).toBe(true);
    expect(events.some(({ type }) => type === "hit")).toBe(hits);
  });

  it("say where somebody appears", () => {
    const { world } = worldOf({ spawnsFor: () => [{ x: 8.5, y: 1.5 }] });
    for (const player of world.players.values()) expect(Math.round(player.x)).toBeGreaterThan(7);
  });

  it("end a match before its time, and say who has won", () => {
    const { world } = worldOf({ isDecided: () => true, result: () => ["b"] });
    endPhase(world, () => {});
    expect(world.winners).toEqual([]);
    step(world, { inputs: new Map() }, DT);
    expect([world.phase, world.winners]).toEqual(["results", ["b"]]);
    endPhase(world, () => {});
    expect(world.winners).toEqual([]);
  });

  it("give everybody lives, and whoever has none left does not come back before the next match", () => {
    const { world, ann } = worldOf({
      lives: 2,
      fell: (_world, player) => {
        player.lives -= 1;
      },
    });
    endPhase(world, () => {});
    const fall = () => {
      Object.assign(ann, { x: -3, y: 1.5 });
      return run(world, ticks(FALL.respawnTime + 1)).filter(({ type }) => type === "respawn").length;
    };
    expect([ann.lives, fall(), ann.lives, fall(), ann.lives]).toEqual([2, 1, 1, 0, 0]);
    expect(ann.action).toBe(Action.Falling);
    endPhase(world, () => {});
    endPhase(world, () => {});
    expect([ann.lives, ann.action]).toEqual([2, Action.Idle]);
  });

  it("count no lives unless they say so", () => {
    expect(worldOf({}).ann.lives).toBe(ENDLESS);
  });

  it("begin each match with no points for anybody and any team", () => {
    const { world, ann } = worldOf({ teams: 2 });
    endPhase(world, () => {});
    ann.points = 3;
    world.teamPoints[1] = 4;
    endPhase(world, () => {});
    expect([ann.points, world.teamPoints]).toEqual([3, [0, 4]]);
    endPhase(world, () => {});
    expect([ann.points, world.teamPoints]).toEqual([0, [0, 0]]);
    expect(worldOf({}).world.teamPoints).toEqual([]);
  });

  it("leave the result to the order when they say nothing of it", () => {
    const { world, bob } = worldOf({});
    endPhase(world, () => {});
    bob.knockouts = 2;
    endPhase(world, () => {});
    expect(world.winners).toEqual(["b"]);
  });
});
