import { describe, expect, it } from "vitest";
import { Action } from "#shared/simulation/types.ts";
import { DASH, ticks } from "#shared/tunables.ts";
import { plain, run, speedOf, worldWith } from "../../../support/worlds.ts";

describe("dash", () => {
  it("bursts in the direction of movement, or of the aim when standing", () => {
    const moving = worldWith(plain(), [14, 14]);
    run(moving.world, 1, { a: { dash: true, moveY: -1 } });
    expect(moving.players[0].vy).toBeCloseTo(-DASH.speed, 1);
    const standing = worldWith(plain(), [14, 14]);
    run(standing.world, 1, { a: { dash: true, aim: Math.PI } });
    expect(standing.players[0].vx).toBeCloseTo(-DASH.speed, 1);
  });

  it("ends after its time and cools down, however long the button is held", () => {
    const { world, players } = worldWith(plain(60), [10, 30]);
    const events = run(world, ticks(DASH.cooldown) * 3, { a: { dash: true } });
    expect(events.filter((event) => event.type === "dash")).toHaveLength(1);
    expect(players[0].action).toBe(Action.Idle);
    expect(speedOf(players[0])).toBe(0);
  });

  it("shoves whom it runs into and stops there", () => {
    const { world, players } = worldWith(plain(), [10, 14], [11.6, 14]);
    const events = run(world, 8, { a: { dash: true, moveX: 1 } });
    expect(events.map((event) => event.type)).toContain("hit");
    expect(players[1].vx).toBeGreaterThan(players[0].vx);
    expect(players[1].wobble).toBe(DASH.wobble);
    expect(players[1].lastHitBy).toBe("a");
  });
});
