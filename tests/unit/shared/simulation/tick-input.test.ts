import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { sanitizeInput } from "#shared/simulation/input.ts";
import { step } from "#shared/simulation/step.ts";
import { mayPush } from "#shared/simulation/tick-input.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { DT } from "#shared/tunables.ts";

/** Small, so that everybody is hit, and answers, all the time. */
const ARENA = drawArena(" ..S... ", " S....S ", " ...S.. ");
const IDS = ["a", "b", "c", "d"];

const anyDeed = fc.record({
  aim: fc.double({ min: 0, max: 6, noNaN: true }),
  push: fc.boolean(),
  dash: fc.boolean(),
  brace: fc.boolean(),
  /** Ticks that the page is behind the world. */
  behind: fc.nat(20),
});
/** What each does in a tick: none, one or two inputs. */
const anyTick = fc.array(fc.array(anyDeed, { maxLength: 2 }), { minLength: 4, maxLength: 4 });

describe("what attackers saw", () => {
  it("is asked for everybody who lets go of a push, whatever else the tick does to them", () => {
    fc.assert(
      fc.property(fc.array(anyTick, { minLength: 20, maxLength: 120 }), fc.integer(), (game, seed) => {
        const world = createWorld(ARENA, { seed });
        for (const id of IDS) addPlayer(world, id, id, false).protectTicks = 0;
        for (const turn of game) {
          const inputs = new Map<string, PlayerInput[]>(
            IDS.map((id, i) => {
              const made = (turn[i] ?? []).map(({ behind, ...deed }) =>
                sanitizeInput({ moveX: 0, moveY: 0, ...deed, seen: world.tick - behind }),
              );
              return [id, made];
            }),
          );
          const asked = new Set(
            [...world.players]
              .filter(([id, player]) => mayPush(player, inputs.get(id) ?? []))
              .map(([id]) => id),
          );
          for (const event of step(world, { inputs }, DT)) {
            if (event.type === "push") expect(asked).toContain(event.id);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
