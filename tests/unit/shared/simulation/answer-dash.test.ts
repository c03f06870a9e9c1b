import { describe, expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { step } from "#shared/simulation/step.ts";
import { Action, type PlayerInput } from "#shared/simulation/types.ts";
import { DASH, DT, PUSH } from "#shared/tunables.ts";
import { answer, pushed, tapTogether, tick, verdicts } from "../../../support/late-answers.ts";
import { plain, run, worldWith } from "../../../support/worlds.ts";

describe("a dash that comes late", () => {
  /** B runs away from A's push by a dash to the side. */
  const aside = { dash: true, moveY: 1 };

  it("takes the push back when it has left its reach by the time at which the blow comes on screen", () => {
    const scene = pushed();
    const events = answer(scene, 3, 6, aside);
    expect(verdicts(events)).toEqual(["dodge"]);
    expect(events).toContainEqual(expect.objectContaining({ type: "dodge", by: "a", since: scene.blow }));
    expect(scene.b.action).toBe(Action.Dashing);
    expect([scene.b.vx, scene.b.wobble, scene.b.lastHitBy]).toEqual([0, 0, ""]);
    expect(scene.b.vy).toBeGreaterThan(DASH.speed - 0.1);
  });

  it("does not when it is still within reach then", () => {
    const scene = pushed();
    expect(verdicts(answer(scene, 3, 1, aside))).toEqual([]);
    expect([scene.b.wobble, scene.b.lastHitBy]).toEqual([PUSH.wobbleTap, "a"]);
  });

  it("does not while the dash is on its cooldown", () => {
    const scene = pushed();
    const open = scene.world.openBlows.get("b");
    if (open === undefined) throw new Error("The blow is not open.");
    open.before.dashCooldown = 20;
    scene.b.dashCooldown = 20;
    expect(verdicts(answer(scene, 3, 6, aside))).toEqual([]);
    expect(scene.b.lastHitBy).toBe("a");
  });

  it("does not through a wall", () => {
    const arena = drawArena("S........", ".........", "....###..", ".........");
    const { world, players } = worldWith(arena, [3.5, 1.5], [5, 1.5]);
    run(world, 3);
    tapTogether(world, { a: 0 });
    expect(verdicts(tick(world, { b: { ...aside, seen: world.tick - 6 } }))).toEqual([]);
    expect(players[1].lastHitBy).toBe("a");
  });
});

describe("a dash in time", () => {
  /** B is dashing away when A's push is decided, which A aimed at where B had been. */
  function missed(defence: boolean) {
    const { world, players } = worldWith(plain(), [10, 14], [11.5, 14]);
    const sights = new Map([["a", new Map([["b", { x: 11.5, y: 14 }]])]]);
    const push = { a: { push: true, aim: 0 } };
    tick(world, push);
    for (let i = 0; i < 5; i++) tick(world, { ...push, b: { dash: true, moveY: 1 } });
    expect(players[1].action).toBe(Action.Dashing);
    const inputs = new Map<string, PlayerInput[]>([
      ["a", [{ moveX: 0, moveY: 0, aim: 0, push: false, dash: false, brace: false }]],
      ["b", [{ moveX: 0, moveY: 1, aim: 0, push: false, dash: true, brace: false }]],
    ]);
    return { events: step(world, { inputs, sights, defence }, DT), b: players[1] };
  }

  it("counts although the attacker saw its beginning", () => {
    const { events, b } = missed(true);
    expect(verdicts(events)).toEqual(["dodge"]);
    expect(b.wobble).toBe(0);
    expect(verdicts(missed(false).events)).toEqual(["hit"]);
  });
});
