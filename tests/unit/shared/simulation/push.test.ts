import { describe, expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import { step } from "#shared/simulation/step.ts";
import { Action } from "#shared/simulation/types.ts";
import { BODY, DT, PUSH, ticks } from "#shared/tunables.ts";
import { fullPush, plain, run, speedOf, tap, worldWith } from "../../../support/worlds.ts";

describe("push", () => {
  it("throws who stands in front and adds wobble", () => {
    const { world, players } = worldWith(plain(), [10, 14], [11.5, 14]);
    const events = tap(world, "a", 0);
    expect(events.map((event) => event.type)).toEqual(["push", "hit"]);
    expect(players[1].vx).toBeGreaterThan(5);
    expect(players[1].wobble).toBe(PUSH.wobbleTap);
  });

  it("does not reach behind, beside the cone or too far away", () => {
    for (const [x, y] of [
      [8.5, 14],
      [10.5, 15.5],
      [12.8, 14],
    ] as const) {
      const { world } = worldWith(plain(), [10, 14], [x, y]);
      expect(tap(world, "a", 0).map((event) => event.type)).toEqual(["push"]);
    }
  });

  it("reaches farther and throws harder when charged", () => {
    const { world, players } = worldWith(plain(), [6, 14], [10, 14]);
    expect(fullPush(world, "a", 0).map((event) => event.type)).toContain("hit");
    const far = speedOf(players[1]);
    const near = worldWith(plain(), [6, 14], [8, 14]);
    tap(near.world, "a", 0);
    expect(far).toBeGreaterThan(speedOf(near.players[1]));
  });

  it("throws a wobbly player farther", () => {
    const thrown = (wobble: number): number => {
      const { world, players } = worldWith(plain(60), [10, 30], [11.5, 30]);
      players[1].wobble = wobble;
      tap(world, "a", 0);
      run(world, 100);
      return players[1].x - 11.5;
    };
    expect(thrown(100)).toBeGreaterThan(2 * thrown(0));
  });

  it("is stopped by a wall", () => {
    const { world } = worldWith(drawArena("......", "...#..", "......"), [2.4, 1.5], [4.6, 1.5]);
    expect(tap(world, "a", 0).map((event) => event.type)).toEqual(["push"]);
  });

  it("has a cooldown, in which a held button waits", () => {
    const { world, players } = worldWith(plain(), [10, 14]);
    tap(world, "a", 0);
    run(world, 5, { a: { push: true } });
    expect(players[0].action).toBe(Action.Idle);
    run(world, ticks(PUSH.cooldown), { a: { push: true } });
    expect(players[0].action).toBe(Action.Charging);
  });

  it("knows no order: two who push each other in the same tick both fly", () => {
    const { world, players } = worldWith(plain(), [10, 14], [11.5, 14]);
    run(world, 2, { a: { push: true, aim: 0 }, b: { push: true, aim: Math.PI } });
    run(world, 1, { a: { aim: 0 }, b: { aim: Math.PI } });
    expect(players[0].vx).toBeLessThan(-4);
    expect(players[1].vx).toBeGreaterThan(4);
    expect(players[0].vx).toBeCloseTo(-players[1].vx, 1);
  });

  it("hits who was seen in front, wherever they are by now, and misses who was not", () => {
    const pushAt = (seen: { x: number; y: number }): string[] => {
      const { world, players } = worldWith(plain(), [10, 14], [11.5, 18]);
      run(world, 2, { a: { push: true, aim: 0 } });
      const release = new Map(players.map((player) => [player.id, [neutralInput(0)]]));
      const sights = new Map([["a", new Map([["b", seen]])]]);
      return step(world, { inputs: release, sights }, DT).map((event) => event.type);
    };
    expect(pushAt({ x: 11.5, y: 14 })).toEqual(["push", "hit"]);
    expect(pushAt({ x: 11.5, y: 18 })).toEqual(["push"]);
  });

  it("hits who was in front at the other end of the fastest flight", () => {
    const flight = BODY.maxSpeed * (PUSH.maxRewindMs / 1000);
    const { world } = worldWith(plain(), [10, 14], [11.5 + flight, 14]);
    run(world, 2, { a: { push: true, aim: 0 } });
    const release = new Map(["a", "b"].map((id) => [id, [neutralInput(0)]]));
    const sights = new Map([["a", new Map([["b", { x: 11.5, y: 14 }]])]]);
    const events = step(world, { inputs: release, sights }, DT);
    expect(events.map((event) => event.type)).toEqual(["push", "hit"]);
  });

  it("does nothing to a protected player, and attacking ends the own protection", () => {
    const { world, players } = worldWith(plain(), [10, 14], [11.5, 14]);
    for (const player of players) player.protectTicks = 50;
    expect(tap(world, "a", 0).map((event) => event.type)).toEqual(["push"]);
    expect(players[0].protectTicks).toBe(0);
    expect(players[1].protectTicks).toBeGreaterThan(0);
  });
});
