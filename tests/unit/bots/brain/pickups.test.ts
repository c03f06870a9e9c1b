import { describe, expect, it } from "vitest";
import { createBrain } from "#bots/brain/brain.ts";
import { viewOf } from "#bots/brain/view.ts";
import { Effect } from "#shared/simulation/pickups/effect.ts";
import { step } from "#shared/simulation/step.ts";
import { addThing } from "#shared/simulation/things/things.ts";
import type { GameEvent, Player, World } from "#shared/simulation/types.ts";
import { DT, TICK_RATE } from "#shared/tunables.ts";
import { plain, worldWith } from "../../../support/worlds.ts";

/** Lets player a play by a brain for some seconds, while the others stand still. */
function play(world: World, self: Player, seconds: number, seed = 3): GameEvent[] {
  const brain = createBrain("hard", seed);
  return Array.from({ length: seconds * TICK_RATE }, () => {
    const input = brain.think(viewOf(world, self));
    return step(world, { inputs: new Map([[self.id, [input]]]) }, DT);
  }).flat();
}

const lay = (world: World, kind: string, x: number, y: number) =>
  addThing(world, { kind, x, y, owner: "", until: 0 });

describe("a bot", () => {
  it("fetches what lies near, and leaves what is too near to the edge", () => {
    const taken = (kind: string, place: readonly [number, number], change: Partial<Player> = {}) => {
      const { world, players } = worldWith(plain(), [10, 14]);
      Object.assign(players[0], change);
      lay(world, kind, ...place);
      return play(world, players[0], 3).some(({ type }) => type === "pickup");
    };
    expect(taken("anvil", [15, 14])).toBe(true);
    expect(taken("feather", [15, 14], { wobble: 80 })).toBe(true);
    expect(taken("anvil", [10, 2.4])).toBe(false);
  });

  it("leaves it to who is nearer", () => {
    const { world, players } = worldWith(plain(), [6, 14], [12, 14]);
    lay(world, "hook", 12.8, 14);
    const [self] = players;
    const events = play(world, self, 0.5);
    expect(events.filter(({ type }) => type === "pickup").length).toBe(0);
  });

  it("hooks whom it could not push, and lets a mega-push go without charging", () => {
    const far = worldWith(plain(), [8, 14], [14, 14]);
    far.players[0].effect = Effect.Hook;
    expect(play(far.world, far.players[0], 6).some(({ type }) => type === "hook")).toBe(true);
    const near = worldWith(plain(), [8, 14], [11, 14]);
    near.players[0].effect = Effect.Mega;
    const pushes = play(near.world, near.players[0], 6).filter((event) => event.type === "push");
    expect(pushes[0]).toMatchObject({ charge: 1, with: "mega" });
  });

  it("goes around a peel", () => {
    const slips = (care: "hard" | "easy") => {
      let count = 0;
      for (let seed = 1; seed <= 6; seed++) {
        const { world, players } = worldWith(plain(), [6, 14]);
        lay(world, "anvil", 12, 14);
        addThing(world, { kind: "peel", x: 9, y: 14, owner: "", until: 1 });
        const [peel] = [...world.things.values()].filter(({ kind }) => kind === "peel");
        if (peel !== undefined) peel.until = 900;
        world.tick = 60;
        const brain = createBrain(care, seed);
        for (let tick = 0; tick < 3 * TICK_RATE; tick++) {
          const input = brain.think(viewOf(world, players[0]));
          const events = step(world, { inputs: new Map([["a", [input]]]) }, DT);
          if (events.some(({ type }) => type === "slip")) count += 1;
        }
      }
      return count;
    };
    expect(slips("hard")).toBe(0);
    expect(slips("easy")).toBeGreaterThan(3);
  });
});
