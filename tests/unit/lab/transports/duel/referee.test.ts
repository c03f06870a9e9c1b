import { describe, expect, it } from "vitest";
import { DUEL_ARENA, DUEL_SPAWNS } from "#lab/transports/duel/arena.ts";
import { Referee } from "#lab/transports/duel/referee.ts";
import { Action, type Player, type World } from "#shared/simulation/types.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { TICK_RATE } from "#shared/tunables.ts";

function duel(): { world: World; a: Player; b: Player; referee: Referee } {
  const world = createWorld(DUEL_ARENA, { seed: 1 });
  const a = addPlayer(world, "1", "Ann", false);
  const b = addPlayer(world, "2", "Bob", false);
  world.phase = "playing";
  const referee = new Referee();
  referee.watch(world);
  return { world, a, b, referee };
}

describe("the referee of a duel", () => {
  it("puts the two opposite each other, and on the other's side in the next round", () => {
    const { world, a, b, referee } = duel();
    const first = [a.x, b.x];
    // Places are rounded to what the wire can carry.
    expect(first.map(Math.round).toSorted()).toEqual(DUEL_SPAWNS.map(({ x }) => x).toSorted());
    a.action = Action.Falling;
    referee.watch(world);
    expect([a.x, b.x]).toEqual(first.toReversed());
    expect(a.action).toBe(Action.Idle);
    expect(a.wobble).toBe(b.wobble);
  });

  it("notes who fell", () => {
    const { world, b, referee } = duel();
    b.action = Action.Falling;
    referee.watch(world);
    expect(referee.rounds).toEqual({ losers: ["Bob"], draws: 0 });
  });

  it("calls it a draw when both fall at once, or nobody for long", () => {
    const { world, a, b, referee } = duel();
    a.action = Action.Falling;
    b.action = Action.Falling;
    referee.watch(world);
    world.tick += 60 * TICK_RATE;
    referee.watch(world);
    expect(referee.rounds).toEqual({ losers: [], draws: 2 });
  });

  it("counts nothing while somebody is missing or the match is not on", () => {
    const { world, a, referee } = duel();
    a.action = Action.Falling;
    world.phase = "countdown";
    referee.watch(world);
    expect(referee.rounds).toEqual({ losers: [], draws: 0 });
  });
});
