import { describe, expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { rimOf } from "#shared/simulation/rim.ts";
import { isWindy, lengthOfBlow, windOf } from "#shared/simulation/wind.ts";
import { FAN } from "#shared/tile-tunables.ts";
import { MOVE } from "#shared/tunables.ts";
import { run, tap, worldWith } from "../../../../support/worlds.ts";

const FLOOR = ".".repeat(20);
const fan = (row: string) => drawArena(FLOOR, row, FLOOR);

describe("a fan", () => {
  it("blows whoever stands in front of it away, as far as it reaches", () => {
    const { world, players } = worldWith(fan("..»................."), [4, 1.5]);
    run(world, 150);
    expect(players[0].x).toBeGreaterThan(3 + FAN.reach - 0.1);
    expect(players[0].vx).toBe(0);
  });

  it("is walked against slowly, and is no match for a brace", () => {
    const { world, players } = worldWith(fan("..»................."), [6, 1.5], [12, 0.5]);
    run(world, 25, { a: { moveX: -1 } });
    expect(players[0].vx).toBeLessThan(-(MOVE.topSpeed - FAN.speed) + 0.1);
    expect(players[0].vx).toBeGreaterThan(-MOVE.topSpeed);
    Object.assign(players[0], { x: 5, y: 1.5, vx: 0 });
    run(world, 20, { a: { brace: true } });
    expect(players[0].x).toBeCloseTo(5, 1);
  });

  it("blows nobody beside it, and nobody behind a wall", () => {
    const arena = fan("..»..#..............");
    expect(lengthOfBlow(arena, 22)).toBe(2);
    expect(
      [22, 23, 24, 25, 26, 3].map((index) => isWindy({ arena, crumblePhases: [], sunk: 0 }, index)),
    ).toEqual([false, true, true, false, false, false]);
  });

  it("stops bodies and pushes as a wall does", () => {
    const { world, players } = worldWith(fan("....»..............."), [3.4, 1.5], [5.6, 1.5]);
    expect(tap(world, "a", 0).map(({ type }) => type)).toEqual(["push"]);
    run(world, 60, { a: { moveX: 1 } });
    expect(players[0].x).toBeLessThan(4);
  });

  it("is the reason of a fall off the tiles that it blows over", () => {
    const { world } = worldWith(drawArena("          ", "..»...    ", "          "), [4, 1.5]);
    const fall = run(world, 100).find(({ type }) => type === "fall");
    expect(fall).toMatchObject({ id: "a", means: "fan" });
  });

  it("blows no more once it has sunk with the rim", () => {
    const { world } = worldWith(fan("»..................."), [4, 1.5]);
    expect(windOf(world)).toBeDefined();
    world.sunk = rimOf(world.arena).count;
    expect(windOf(world)).toBeUndefined();
  });

  it("is calm where there is none", () => {
    expect(windOf({ arena: drawArena("...."), crumblePhases: [], sunk: 0 })).toBeUndefined();
  });
});
