import { describe, expect, it } from "vitest";
import { COMEBACK } from "#shared/mode-tunables.ts";
import type { Player, World } from "#shared/simulation/types.ts";
import { ticks } from "#shared/tunables.ts";
import { plain, run, worldWith } from "../../../../support/worlds.ts";

/** A Brawl with so many seconds left in which a has nothing, b is ahead by so much and c has three. */
function late(seconds: number, lead: number) {
  const { world, players } = worldWith(plain(), [10, 10], [14, 14], [18, 18]);
  const [ann, bob, cyd] = players;
  Object.assign(bob, { knockouts: lead });
  Object.assign(cyd, { knockouts: Math.min(3, lead) });
  world.phaseEndsTick = world.tick + ticks(seconds);
  return { world, ann, bob, cyd };
}

function pushOff(world: World, victim: Player, by: Player) {
  Object.assign(victim, { x: -2, y: -2, action: 0, lastHitBy: by.id, lastHitTick: world.tick });
  return run(world, 6);
}

describe("the last 30 seconds of a Brawl", () => {
  it("bring half of the lead for a knock-out of whoever is ahead, besides the knock-out", () => {
    const { world, ann, bob } = late(COMEBACK.time - 1, 12);
    const events = pushOff(world, bob, ann);
    expect(world.mode.score(ann)).toBe(7);
    expect([ann.knockouts, ann.points]).toEqual([1, 6]);
    expect(events.filter(({ type }) => type === "points")).toMatchObject([{ id: ann.id, points: 6 }]);
  });

  it("bring nothing besides before that, for anybody else, or for whoever is ahead themselves", () => {
    const early = late(COMEBACK.time + 5, 12);
    pushOff(early.world, early.bob, early.ann);
    expect(early.ann.points).toBe(0);
    const { world, ann, bob, cyd } = late(COMEBACK.time - 1, 12);
    pushOff(world, cyd, ann);
    pushOff(world, cyd, bob);
    expect([ann.points, bob.points, cyd.points]).toEqual([0, 0, 0]);
  });

  it("leave nobody out of reach: few pushes make up for any lead", () => {
    for (const lead of [1, 2, 5, 20, 60]) {
      const { world, ann, bob } = late(COMEBACK.time - 1, lead);
      let pushes = 0;
      while (world.mode.score(ann) <= world.mode.score(bob) && pushes < 20) {
        pushOff(world, bob, ann);
        pushes += 1;
      }
      expect(pushes, `${lead} ahead`).toBeLessThanOrEqual(7);
    }
  });
});
