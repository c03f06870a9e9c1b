import { describe, expect, it } from "vitest";
import { STAMINA_FULL } from "#shared/simulation/actions.ts";
import { Action } from "#shared/simulation/types.ts";
import { BRACE, ticks } from "#shared/tunables.ts";
import { plain, run, speedOf, worldWith } from "../../../support/worlds.ts";

/** A taps at B, who has been bracing for `held` ticks when the push lands. */
function pushBraced(held: number) {
  const { world, players } = worldWith(plain(), [10, 14], [11.5, 14]);
  const b = { brace: true, aim: Math.PI };
  const a = { push: true, aim: 0 };
  run(world, held - 2, { b });
  run(world, 2, { a, b });
  const events = run(world, 1, { a: { aim: 0 }, b });
  return { events: events.map((event) => event.type), a: players[0], b: players[1] };
}

describe("brace", () => {
  it("takes most of a push", () => {
    const braced = pushBraced(ticks(BRACE.parryWindow) + 3);
    expect(braced.events).toContain("braced");
    const { world, players } = worldWith(plain(), [10, 14], [11.5, 14]);
    run(world, 2, { a: { push: true } });
    run(world, 1);
    expect(speedOf(braced.b)).toBeLessThan(0.5 * speedOf(players[1]));
  });

  it("throws back a push that lands within the parry window", () => {
    const { events, a, b } = pushBraced(ticks(BRACE.parryWindow) - 2);
    expect(events).toContain("parry");
    expect(a.vx).toBeLessThan(-4);
    expect(a.lastHitBy).toBe("b");
    expect(b.wobble).toBe(0);
  });

  it("stands still and uses up its stamina, which comes back", () => {
    const { world, players } = worldWith(plain(), [10, 14]);
    players[0].vx = 6;
    run(world, 20, { a: { brace: true, moveX: 1 } });
    expect(speedOf(players[0])).toBe(0);
    run(world, ticks(BRACE.stamina), { a: { brace: true } });
    expect(players[0].action).toBe(Action.Idle);
    const drained = players[0].stamina;
    run(world, ticks(BRACE.stamina / BRACE.recovery));
    expect(drained).toBeLessThan(STAMINA_FULL / 2);
    expect(players[0].stamina).toBe(STAMINA_FULL);
  });

  it("needs a new press: holding the button does not parry again and again", () => {
    const { world, players } = worldWith(plain(), [10, 14]);
    run(world, ticks(BRACE.stamina) * 4, { a: { brace: true } });
    expect(players[0].action).toBe(Action.Idle);
  });
});
