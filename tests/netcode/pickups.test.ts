import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PROFILES } from "#lab/netcode/profiles.ts";
import { meadowForTwo } from "#lab/netcode/scripts.ts";
import { type VirtualMatch, virtualMatch } from "#lab/netcode/virtual-match.ts";
import type { VirtualPage } from "#lab/netcode/virtual-page.ts";
import { createBody } from "#shared/simulation/body.ts";
import { Effect } from "#shared/simulation/pickups/effect.ts";
import { addThing } from "#shared/simulation/things/things.ts";
import type { Player } from "#shared/simulation/types.ts";
import { MATCH, ticks } from "#shared/tunables.ts";

/** Time (s) until the page has been told of what the server alone did. */
const TOLD = 0.5;
/** Where there is room to run about (tiles). */
const HOME = { x: 10, y: 8 };

describe("the own character on a usual line", () => {
  let match: VirtualMatch;
  let ann: VirtualPage;
  const player = (): Player => {
    const own = match.world.players.get(ann.id);
    if (own === undefined) throw new Error("Ann has no body.");
    return own;
  };

  beforeAll(async () => {
    match = await virtualMatch({ arena: meadowForTwo(), seed: 3 });
    ann = await match.open({
      name: "Ann",
      link: PROFILES.usual.link,
      seed: 1,
      // Rounds of half a second, with a push and a dash in each second.
      play: ({ ticks: tick }) => ({
        moveX: Math.cos(tick / 8),
        moveY: Math.sin(tick / 8),
        push: tick % 50 < 12,
        dash: tick % 50 === 40,
      }),
    });
    await match.run(MATCH.countdown + 1);
  });
  afterAll(() => match.end());

  it.each(Object.entries(Effect))(
    "is foreseen without an error under %s, and when that is over",
    async (_, effect) => {
      Object.assign(player(), createBody(HOME.x, HOME.y), {
        effect,
        effectTicks: effect === Effect.None ? 0 : ticks(1.5),
      });
      await match.run(TOLD);
      ann.match.prediction?.resetFigures();
      await match.run(2);
      expect(player().effect).toBe(Effect.None);
      expect(ann.match.prediction?.body.effect).toBe(Effect.None);
      expect(ann.match.prediction?.figures).toMatchObject({ corrections: 0, maxError: 0 });
    },
  );

  it("takes what it touches at the server's word, and foresees what comes of it", async () => {
    Object.assign(player(), createBody(HOME.x, HOME.y));
    addThing(match.world, { kind: "anvil", ...HOME, owner: "", until: 0 });
    await match.run(TOLD);
    expect(ann.match.prediction?.body.effect).toBe(Effect.Anvil);
    expect(ann.match.self).toMatchObject({ effect: Effect.Anvil });
    expect(ann.match.things.size).toBe(0);
    ann.match.prediction?.resetFigures();
    await match.run(2);
    expect(ann.match.prediction?.figures).toMatchObject({ corrections: 0, maxError: 0 });
  });
});
