import { describe, expect, it } from "vitest";
import { createBrain } from "#bots/brain/brain.ts";
import { type BrainView, viewOf } from "#bots/brain/view.ts";
import { HILL } from "#shared/mode-tunables.ts";
import { rimOf } from "#shared/simulation/rim.ts";
import { step } from "#shared/simulation/step.ts";
import type { Player, PlayerInput, World } from "#shared/simulation/types.ts";
import { DT, TICK_RATE } from "#shared/tunables.ts";
import { plain, worldWith } from "../../../support/worlds.ts";

/** Lets player a play by a brain for some seconds, who sees this besides what there is; the others stand still. */
function play(world: World, self: Player, seconds: number, seen: () => Partial<BrainView>): PlayerInput[] {
  const brain = createBrain("normal", 3);
  return Array.from({ length: seconds * TICK_RATE }, () => {
    const input = brain.think({ ...viewOf(world, self), ...seen() });
    step(world, { inputs: new Map([[self.id, [input]]]) }, DT);
    return { ...input };
  });
}

const far = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y);

describe("a bot", () => {
  it("fetches the crown where it lies, past somebody whom it would rather push", () => {
    const { world, players } = worldWith(plain(), [4, 14], [4, 19]);
    const crown = { id: 1, kind: "crown", x: 22, y: 14, owner: "" };
    const [self] = players;
    let nearest = far(self, crown);
    play(world, self, 6, () => {
      nearest = Math.min(nearest, far(self, crown));
      return { mode: "king", things: [crown] };
    });
    expect(nearest).toBeLessThan(0.8);
  });

  it("goes for who bears the crown and not for who is nearer", () => {
    const { world, players } = worldWith(plain(), [4, 14], [9, 18], [22, 14]);
    const [self, near, bearer] = players;
    const crown = { id: 1, kind: "crown", x: 22, y: 14, owner: bearer.id };
    let nearest = far(self, bearer);
    play(world, self, 6, () => {
      // Whoever is pushed goes back to where they stood.
      Object.assign(near, { x: 9, y: 18 });
      nearest = Math.min(nearest, far(self, bearer));
      return { mode: "king", things: [crown] };
    });
    expect(nearest).toBeLessThan(5);
  });

  it("goes into the zone and stays there", () => {
    const { world, players } = worldWith(plain(), [4, 4]);
    const [self] = players;
    const zone = { id: 1, kind: "zone", x: 20, y: 20, owner: "" };
    const seen = () => ({ mode: "hill", team: 0, things: [zone] });
    play(world, self, 6, seen);
    for (let second = 0; second < 4; second++) {
      play(world, self, 1, seen);
      expect(far(self, zone)).toBeLessThan(HILL.radius);
    }
  });

  it("leaves a rim that shakes", () => {
    const { world, players } = worldWith(plain(), [3, 3]);
    const [self] = players;
    play(world, self, 3, () => ({ mode: "last", shaking: true }));
    const { rings } = rimOf(world.arena);
    expect(rings[Math.floor(self.y) * world.arena.width + Math.floor(self.x)]).toBeGreaterThan(0);
  });

  it("leaves mates alone, and has no fear of them", () => {
    const { world, players } = worldWith(plain(), [12, 14], [14, 14]);
    const [self, other] = players;
    const pushes = (team: number): number =>
      play(world, self, 6, () => {
        Object.assign(self, { x: 12, y: 14, vx: 0, vy: 0 });
        Object.assign(other, { x: 14, y: 14, vx: 0, vy: 0, action: 1, charge: 30, aim: Math.PI });
        return { mode: "hill", team };
      }).filter(({ push, brace }) => push || brace).length;
    expect(pushes(0)).toBe(0);
    expect(pushes(1)).toBeGreaterThan(0);
  });
});
