import { describe, expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { rimOf } from "#shared/simulation/rim.ts";
import type { GameEvent, PlayerInput } from "#shared/simulation/types.ts";
import { ticks } from "#shared/tunables.ts";
import { plain, run, tap, worldWith } from "../../../support/worlds.ts";

/** The fall of who starts at the left end of the middle row of a map and does the same all the time. */
function fallOn(row: string, input: Partial<PlayerInput>): Extract<GameEvent, { type: "fall" }> | undefined {
  const nothing = " ".repeat(row.length);
  const { world } = worldWith(drawArena(nothing, row, nothing), [0.5, 1.5]);
  return run(world, 200, { a: input }).find((event) => event.type === "fall");
}

describe("what made somebody fall whom nobody pushed", () => {
  it.each([
    ["their own feet", "....  ", { moveX: 1 }, undefined],
    ["the ice", "..ii  ", { moveX: 1 }, "ice"],
    ["a belt", "..>>  ", { moveX: 1 }, "belt"],
    ["a tile that went from under them", "cc", {}, "crumble"],
    ["the edge of a crumbling tile that is still there", "..c   ", { moveX: 1 }, undefined],
    ["a spring", "..}           ", { moveX: 1 }, "spring"],
    ["a bumper", "...o", { moveX: 1 }, "bumper"],
  ] as const)("%s", (_what, row, input, means) => {
    const fall = fallOn(row, input);
    expect(fall).toBeDefined();
    expect(fall?.means).toBe(means);
  });

  it("is not said of who was pushed", () => {
    const { world, players } = worldWith(drawArena("......", "....ii  ", "......"), [3.5, 1.5], [5, 1.5]);
    players[1].wobble = 200;
    tap(world, "a", 0);
    const fall = run(world, 60).find((event) => event.type === "fall");
    expect(fall).toMatchObject({ id: "b", by: "a" });
    expect(fall).not.toHaveProperty("means");
  });

  it.each([
    ["a dash", { a: { dash: true, moveX: 1 }, b: {} }, 5, "b", "dash"],
    [
      "a push that somebody threw back",
      { a: { push: true }, b: { brace: true, aim: Math.PI } },
      2,
      "a",
      "parry",
    ],
  ] as const)("is %s", (_what, inputs, held, victim, means) => {
    const { world, players } = worldWith(drawArena(".......", "   ..  ", "......."), [3.4, 1.5], [4.55, 1.5]);
    for (const player of players) player.wobble = 200;
    run(world, held, inputs);
    const fall = run(world, 80, { b: inputs.b }).find((event) => event.type === "fall");
    expect(fall).toMatchObject({ id: victim, by: victim === "a" ? "b" : "a", means });
  });

  it("is the rim that sank from under them", () => {
    const { world } = worldWith(plain(), [1.5, 1.5]);
    run(world, 1);
    world.sunk = rimOf(world.arena).count;
    expect(run(world, 60).find((event) => event.type === "fall")).toMatchObject({
      id: "a",
      by: "",
      means: "rim",
    });
  });

  it("is a push again after a push, whatever was before", () => {
    const { world, players } = worldWith(drawArena("......", "....    ", "......"), [2.5, 1.5], [3.7, 1.5]);
    players[1].wobble = 200;
    players[1].lastHitMeans = "dash";
    tap(world, "a", 0);
    const fall = run(world, 60).find((event) => event.type === "fall");
    expect(fall).toMatchObject({ id: "b", by: "a" });
    expect(fall).not.toHaveProperty("means");
  });

  it("is no throw of long ago", () => {
    const { world, players } = worldWith(drawArena("", "....  ", ""), [0.5, 1.5]);
    players[0].thrown = { by: "bumper", tick: world.tick - ticks(1) };
    const fall = run(world, 200, { a: { moveX: 1 } }).find((event) => event.type === "fall");
    expect(fall).not.toHaveProperty("means");
  });
});
