import { describe, expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { BODY, MOVE } from "#shared/tunables.ts";
import { plain, run, speedOf, worldWith } from "../../../support/worlds.ts";

/** An axis travels in steps of 1/127, which is this much (tiles/s) at top speed. */
const ROUNDING = 6 / 127;

describe("moving", () => {
  it("reaches the top speed and no more", () => {
    const { world, players } = worldWith(plain(), [4, 14]);
    run(world, 50, { a: { moveX: 1 } });
    expect(speedOf(players[0])).toBeCloseTo(MOVE.topSpeed, 1);
  });

  it("is as fast on a diagonal as straight on", () => {
    const { world, players } = worldWith(plain(), [4, 4]);
    run(world, 50, { a: { moveX: 1, moveY: 1 } });
    expect(speedOf(players[0])).toBeLessThanOrEqual(MOVE.topSpeed + ROUNDING);
  });

  it("stops soon on floor and slides on ice", () => {
    const rows = (tile: string) => Array.from({ length: 5 }, () => tile.repeat(40));
    const glide = (tile: string): number => {
      const { world, players } = worldWith(drawArena(...rows(tile)), [5, 2.5]);
      players[0].vx = 6;
      run(world, 50);
      return players[0].x - 5;
    };
    expect(glide("i")).toBeGreaterThan(3 * glide("."));
  });

  it("is carried by a conveyor", () => {
    const { world, players } = worldWith(drawArena(">".repeat(20), ">".repeat(20)), [2, 1]);
    run(world, 50);
    expect(players[0].vx).toBeCloseTo(MOVE.conveyorSpeed, 1);
  });

  it("can run against a conveyor", () => {
    const { world, players } = worldWith(drawArena(">".repeat(30), ">".repeat(30)), [20, 1]);
    run(world, 50, { a: { moveX: -1 } });
    expect(players[0].vx).toBeLessThan(-1);
  });

  it("flies over a gap from a spring", () => {
    const { world, players } = worldWith(drawArena("..}    ....", "..}    ...."), [0.6, 1]);
    const events = run(world, 60, { a: { moveX: 1 } });
    expect(events.map((event) => event.type)).toContain("spring");
    expect(events.map((event) => event.type)).not.toContain("fall");
    expect(players[0].x).toBeGreaterThan(7);
  });

  it("slides along the seams of a wall without getting caught", () => {
    const { world, players } = worldWith(drawArena("#".repeat(24), ".".repeat(24), ".".repeat(24)), [2, 1.6]);
    run(world, 100, { a: { moveX: 1, moveY: -1 } });
    expect(players[0].x).toBeGreaterThan(9);
    expect(players[0].y).toBeGreaterThanOrEqual(1 + BODY.radius);
  });

  it("is thrown back by a bumper", () => {
    const { world, players } = worldWith(drawArena("..........", ".....o....", ".........."), [2, 1.5]);
    const events = run(world, 30, { a: { moveX: 1 } });
    expect(events.map((event) => event.type)).toContain("bumper");
    expect(players[0].x).toBeLessThan(4);
  });
});
