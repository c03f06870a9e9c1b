import { expect, it } from "vitest";
import { PROFILES } from "#lab/netcode/profiles.ts";
import { HOMES, meadowForTwo, runAbout } from "#lab/netcode/scripts.ts";
import { virtualMatch } from "#lab/netcode/virtual-match.ts";

it.each(["near", "rough", "far"] as const)(
  "whoever watches sends no inputs, and whoever plays again is foreseen to the bit (%s)",
  async (name) => {
    const { link } = PROFILES[name];
    const match = await virtualMatch({
      arena: meadowForTwo(),
      seed: 3,
      room: { timeLimit: 120, maxPlayers: 2 },
    });
    try {
      const ann = await match.open({ name: "Ann", link, seed: 1, play: runAbout(HOMES[0], 1) });
      await match.run(6);
      const session = ann.visit?.session;
      if (session === undefined) throw new Error("Ann is not in the room.");
      for (let turn = 0; turn < 2; turn++) {
        expect(ann.match.prediction?.figures.error).toBe(0);
        session.give("watch");
        // The word of the player, and the state that follows it.
        await match.run(1);
        expect(match.world.players.has(ann.id)).toBe(false);
        expect([ann.match.self, ann.match.prediction]).toEqual([undefined, undefined]);
        const sent = ann.match.traffic.bytes.inputs;
        const { tick } = ann.match.state;
        await match.run(3);
        // The state goes on meanwhile.
        expect(ann.match.state.tick).toBeGreaterThan(tick + 100);
        expect(ann.match.traffic.bytes.inputs).toBe(sent);
        session.give("play");
        await match.run(1);
        const figures = ann.match.prediction?.figures;
        const from = match.world.players.get(ann.id);
        const place = [from?.x, from?.y];
        await match.run(4);
        expect(ann.match.traffic.bytes.inputs).toBeGreaterThan(sent);
        expect([from?.x, from?.y]).not.toEqual(place);
        expect(figures).toMatchObject({ corrections: 0, maxError: 0 });
        expect(figures?.pending).toBeLessThan(40);
      }
    } finally {
      await match.end();
    }
  },
);
