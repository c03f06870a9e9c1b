import { describe, expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { PARRY_TICKS } from "#shared/simulation/actions.ts";
import { copyBody } from "#shared/simulation/body.ts";
import { hashWorld } from "#shared/simulation/hash.ts";
import { ANSWER_TICKS } from "#shared/simulation/open-blow.ts";
import { Action } from "#shared/simulation/types.ts";
import { removePlayer } from "#shared/simulation/world.ts";
import { BRACE, PUSH, TICK_MS, ticks } from "#shared/tunables.ts";
import { answer, pushed, tapTogether, tick, verdicts } from "../../../support/late-answers.ts";
import { plain, run, worldWith } from "../../../support/worlds.ts";

describe("a brace that comes late", () => {
  it("throws the push back as if it had come in time, when it was made before the blow could be seen", () => {
    const scene = pushed();
    const { a, b, before, blow } = scene;
    expect(b.vx).toBeGreaterThan(4);
    const events = answer(scene, 4, 3);
    expect(verdicts(events)).toEqual(["parry", "hit"]);
    expect(events).toContainEqual(expect.objectContaining({ type: "parry", id: "b", by: "a", since: blow }));
    expect([b.x, b.y, b.vx, b.vy, b.wobble]).toEqual([before.x, before.y, 0, 0, 0]);
    expect(b.action).toBe(Action.Bracing);
    expect(a.vx).toBeLessThan(-4);
    expect(a.wobble).toBe(PUSH.wobbleTap);
    expect([b.lastHitBy, a.lastHitBy]).toEqual(["", "b"]);
  });

  it("throws as hard as a parry in time does", () => {
    const late = pushed();
    answer(late, 4, 3);
    const { world, players } = worldWith(plain(), [10, 14], [11.5, 14]);
    run(world, 3);
    expect(verdicts(tapTogether(world, { a: 0 }, { b: { brace: true } }))).toEqual(["parry", "hit"]);
    expect([late.a.vx, late.a.vy, late.a.wobble]).toEqual([players[0].vx, players[0].vy, players[0].wobble]);
  });

  it("lets the victim have been where their own inputs lead without the blow", () => {
    const scene = pushed();
    const control = worldWith(plain(), [10, 14], [11.5, 14]);
    run(control.world, 23);
    for (let i = 0; i < 5; i++) {
      tick(scene.world, { b: { moveY: 1, seen: scene.blow - 9 } });
      tick(control.world, { b: { moveY: 1 } });
    }
    tick(scene.world, { b: { brace: true, seen: scene.blow - 2 } });
    tick(control.world, { b: { brace: true } });
    expect(copyBody(scene.b)).toEqual(copyBody(control.players[1]));
  });

  it("counts in the last tick of the window and not in the next one", () => {
    expect(ANSWER_TICKS).toBe(Math.floor(PUSH.answerWindowMs / TICK_MS));
    expect(verdicts(answer(pushed(), ANSWER_TICKS, 1))).toEqual(["parry", "hit"]);
    const out = pushed();
    expect(verdicts(answer(out, ANSWER_TICKS + 1, 1))).toEqual([]);
    expect(out.b.lastHitBy).toBe("a");
    expect(out.world.openBlows.size).toBe(0);
  });

  it("counts when the page had the state before the blow, not when it had the one with it", () => {
    expect(verdicts(answer(pushed(), 3, 1))).toEqual(["parry", "hit"]);
    const late = pushed();
    expect(verdicts(answer(late, 3, 0))).toEqual([]);
    expect(late.b.wobble).toBe(PUSH.wobbleTap);
  });

  it("does not count for who does not say what they saw", () => {
    const { world } = pushed();
    expect(verdicts(tick(world, { b: { brace: true } }))).toEqual([]);
    const scene = pushed();
    expect(verdicts(answer(scene, 1, scene.blow))).toEqual([]);
  });

  it("is a parry while the brace is young on the victim's screen, and a brace after that", () => {
    expect(verdicts(answer(pushed(), 2, PARRY_TICKS - 1))).toEqual(["parry", "hit"]);
    const scene = pushed();
    const { a, b, world } = scene;
    const thrown = b.vx;
    expect(verdicts(answer(scene, 2, PARRY_TICKS))).toEqual(["braced", "hit"]);
    expect(b.vx).toBeLessThan(thrown * BRACE.knockbackFactor + 0.1);
    expect(b.vx).toBeGreaterThan(0);
    expect([b.lastHitBy, b.lastHitTick]).toEqual(["a", world.tick]);
    expect(a.vx).toBe(0);
  });

  it("needs the stamina of any brace", () => {
    const scene = pushed();
    const open = scene.world.openBlows.get("b");
    if (open === undefined) throw new Error("The blow is not open.");
    // Two ticks of rest are in between, in which a little comes back.
    open.before.stamina = 0;
    scene.b.stamina = 0;
    expect(verdicts(answer(scene, 3, 1))).toEqual([]);
    expect([scene.b.wobble, scene.b.lastHitBy]).toEqual([PUSH.wobbleTap, "a"]);
  });

  it("needs a press: a button that was down all the time answers nothing", () => {
    const { world, players } = worldWith(plain(), [10, 14], [11.5, 14]);
    // Stamina has run out, but the button is still down.
    run(world, ticks(BRACE.stamina) + 10, { b: { brace: true } });
    expect(verdicts(tapTogether(world, { a: 0 }, { b: { brace: true } }))).toEqual(["hit"]);
    const blow = world.tick;
    expect(verdicts(tick(world, { b: { brace: true, seen: blow - 1 } }))).toEqual([]);
    expect(players[1].lastHitBy).toBe("a");
  });

  it("gives the knock-out back to whom it belonged before", () => {
    const { world, players } = worldWith(plain(), [10, 14], [11.5, 14], [20, 20]);
    players[1].lastHitBy = "c";
    players[1].lastHitTick = 0;
    tapTogether(world, { a: 0 });
    expect(players[1].lastHitBy).toBe("a");
    tick(world, { b: { brace: true, seen: world.tick - 1 } });
    expect([players[1].lastHitBy, players[1].lastHitTick]).toEqual(["c", 0]);
  });

  it("throws back two pushes of one tick, each onto who made it", () => {
    const { world, players } = worldWith(plain(), [10, 14], [11.5, 14], [13, 14]);
    expect(verdicts(tapTogether(world, { a: 0, c: Math.PI }))).toEqual(["hit", "hit"]);
    const events = tick(world, { b: { brace: true, seen: world.tick - 1 } });
    expect(verdicts(events)).toEqual(["parry", "hit", "parry", "hit"]);
    expect(players[0].vx).toBeLessThan(-4);
    expect(players[2].vx).toBeGreaterThan(4);
    expect(players[1].wobble).toBe(0);
  });

  it("takes back only the last of two blows in a row: the first has decided where that one struck", () => {
    const { world, players } = worldWith(plain(), [10, 14], [11.5, 14], [14, 14]);
    tapTogether(world, { a: 0 });
    tick(world, { c: { push: true, aim: Math.PI } });
    tick(world, { c: { push: true, aim: Math.PI } });
    const first = copyBody(players[1]);
    expect(verdicts(tick(world, { c: { aim: Math.PI } }))).toEqual(["hit"]);
    const events = tick(world, { b: { brace: true, seen: world.tick - 4 } });
    expect(verdicts(events)).toEqual(["parry", "hit"]);
    expect(events).toContainEqual(expect.objectContaining({ type: "parry", by: "c" }));
    expect(players[1].wobble).toBe(first.wobble);
    expect(players[1].lastHitBy).toBe("a");
    expect(players[1].x).toBeGreaterThan(first.x);
  });

  it("takes nothing back after a dash has struck the victim in between", () => {
    const { world, players } = worldWith(plain(), [10, 14], [11.5, 14], [11.7, 16]);
    tapTogether(world, { a: 0 });
    const blow = world.tick;
    const north = -Math.PI / 2;
    let struck = false;
    for (let i = 0; i < 5 && !struck; i++) {
      const events = tick(world, { c: { dash: true, moveY: -1, aim: north, seen: 1 } });
      struck = verdicts(events).includes("hit");
    }
    expect(struck).toBe(true);
    expect(world.tick - blow).toBeLessThan(ANSWER_TICKS);
    expect(verdicts(tick(world, { b: { brace: true, seen: blow - 1 } }))).toEqual([]);
    expect(players[1].lastHitBy).toBe("c");
  });

  it("comes too late for who has fallen", () => {
    const arena = drawArena("      ", " S..  ", " ...  ", "      ");
    const { world, players } = worldWith(arena, [1.6, 1.5], [3.95, 1.5]);
    const events = tapTogether(world, { a: 0 });
    const blow = world.tick;
    while (players[1].action !== Action.Falling) events.push(...tick(world));
    expect(events.map(({ type }) => type)).toContain("hit");
    expect(world.tick - blow).toBeLessThan(ANSWER_TICKS);
    expect(verdicts(tick(world, { b: { brace: true, seen: blow - 1 } }))).toEqual([]);
    expect(players[1].action).toBe(Action.Falling);
    expect(players[0].knockouts).toBe(1);
  });

  it("saves who is over the void but has not fallen yet", () => {
    const arena = drawArena("      ", " S..  ", " ...  ", "      ");
    const { world, players } = worldWith(arena, [1.6, 1.5], [3.8, 1.5]);
    tapTogether(world, { a: 0 });
    const blow = world.tick;
    while (players[1].voidTicks === 0) tick(world);
    expect(verdicts(tick(world, { b: { brace: true, seen: blow - 1 } }))).toEqual(["parry", "hit"]);
    run(world, 20, { b: { brace: true } });
    expect(players[1].action).toBe(Action.Bracing);
    expect(players[1].falls).toBe(0);
  });

  it("hits nobody when the attacker has left or fallen meanwhile", () => {
    const gone = pushed();
    removePlayer(gone.world, "a");
    expect(verdicts(answer(gone, 2, 1))).toEqual(["parry"]);
    expect(gone.b.wobble).toBe(0);
    const fallen = pushed();
    fallen.a.action = Action.Falling;
    fallen.a.respawnTicks = 50;
    expect(verdicts(answer(fallen, 2, 1))).toEqual(["parry"]);
    expect(fallen.a.lastHitBy).toBe("");
  });

  it("leaves no blow open for who leaves", () => {
    const { world } = pushed();
    removePlayer(world, "b");
    expect(world.openBlows.size).toBe(0);
  });

  it("is not for bots, who see the present", () => {
    const { world, players } = worldWith(plain(), [10, 14], [11.5, 14]);
    players[1].bot = true;
    tapTogether(world, { a: 0 });
    expect(world.openBlows.size).toBe(0);
  });

  it("is too late when the rule is switched off", () => {
    const { world, players } = worldWith(plain(), [10, 14], [11.5, 14]);
    run(world, 3);
    tick(world, { a: { push: true } }, false);
    tick(world, { a: { push: true } }, false);
    expect(verdicts(tick(world, {}, false))).toEqual(["hit"]);
    expect(verdicts(tick(world, { b: { brace: true, seen: world.tick - 1 } }, false))).toEqual([]);
    expect(players[1].lastHitBy).toBe("a");
  });

  it("is part of the fingerprint while a blow is open", () => {
    const { world } = pushed();
    const hash = hashWorld(world);
    const open = world.openBlows.get("b");
    if (open !== undefined) open.before.x += 1;
    expect(hashWorld(world)).not.toBe(hash);
  });
});
