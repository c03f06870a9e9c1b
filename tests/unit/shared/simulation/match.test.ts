import { describe, expect, it } from "vitest";
import { endPhase, enterPhase } from "#shared/simulation/match.ts";
import { brawl } from "#shared/simulation/modes/brawl.ts";
import { ENDLESS } from "#shared/simulation/modes/mode.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { MATCH, ticks } from "#shared/tunables.ts";
import { plain, run } from "../../../support/worlds.ts";

describe("a Brawl", () => {
  it("counts down, is played, shows its results and begins again with everything at zero", () => {
    const world = createWorld(plain(), { seed: 3, timeLimit: 10 });
    const player = addPlayer(world, "a", "a", false);
    const phases = [world.phase];
    const follow = (count: number): void => {
      for (const event of run(world, count)) if (event.type === "phase") phases.push(event.phase);
    };
    follow(ticks(MATCH.countdown));
    player.knockouts = 5;
    follow(ticks(10));
    expect(player.knockouts).toBe(5);
    follow(ticks(MATCH.resultsTime));
    expect(phases).toEqual(["countdown", "playing", "results", "countdown"]);
    expect(player.knockouts).toBe(0);
  });

  it("can begin the rematch before the results are over", () => {
    const world = createWorld(plain(), { seed: 3 });
    world.phase = "results";
    endPhase(world, () => {});
    expect(world.phase).toBe("countdown");
    expect(world.phaseEndsTick - world.tick).toBe(ticks(MATCH.countdown));
  });

  it("waits in its lobby before the first match and after each, and nothing counts there", () => {
    const world = createWorld(plain(), { seed: 3, timeLimit: 10, lobby: true });
    const player = addPlayer(world, "a", "a", false);
    const phases = [world.phase];
    const follow = (count: number): void => {
      for (const event of run(world, count)) if (event.type === "phase") phases.push(event.phase);
    };
    Object.assign(player, { x: -3, y: -3 });
    follow(10_000);
    expect([phases, player.falls, world.phaseEndsTick]).toEqual([["lobby"], 0, 0]);
    endPhase(world, () => {});
    follow(ticks(MATCH.countdown) + ticks(10) + ticks(MATCH.resultsTime));
    expect([...phases, world.phaseEndsTick]).toEqual(["lobby", "playing", "results", "lobby", 0]);
    enterPhase(world, "results", () => {});
    endPhase(world, () => {});
    expect(world.phase).toBe("countdown");
  });

  it("is won by knock-outs, and among equals by who fell less often", () => {
    const rows = [
      { knockouts: 1, falls: 0 },
      { knockouts: 3, falls: 4 },
      { knockouts: 3, falls: 2 },
    ].map((row) => ({ ...row, points: 0, lives: ENDLESS }));
    expect(rows.toSorted(brawl.compare)).toEqual([rows[2], rows[1], rows[0]]);
  });
});
