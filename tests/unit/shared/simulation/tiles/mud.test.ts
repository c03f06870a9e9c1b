import { describe, expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { MUD } from "#shared/tile-tunables.ts";
import { DASH, MOVE } from "#shared/tunables.ts";
import { run, worldWith } from "../../../../support/worlds.ts";

const rows = (tile: string) => drawArena(...Array.from({ length: 3 }, () => tile.repeat(30)));

/** Where somebody is (tiles) and how fast (tiles/s), half a second after they went off at a speed. */
function later(tile: string, vx: number, moveX: number): { x: number; vx: number } {
  const { world, players } = worldWith(rows(tile), [2, 1.5]);
  players[0].vx = vx;
  run(world, 25, { a: { moveX } });
  return players[0];
}

describe("mud", () => {
  it("slows a walk to its share of the running speed", () => {
    expect(later("m", 0, 1).vx).toBeCloseTo(MOVE.topSpeed * MUD.pace, 1);
  });

  it("ends the flight of whoever was thrown sooner", () => {
    expect(later("m", 16, 0).x - 2).toBeLessThan(0.7 * (later(".", 16, 0).x - 2));
  });

  it("does not hold a dash", () => {
    const { world, players } = worldWith(rows("m"), [2, 1.5]);
    run(world, 5, { a: { dash: true } });
    expect(players[0].vx).toBeCloseTo(DASH.speed, 1);
  });
});
