import { expect, it } from "vitest";
import { PROFILES } from "#lab/netcode/profiles.ts";
import { HOMES, meadowForTwo, runAbout } from "#lab/netcode/scripts.ts";
import { virtualMatch } from "#lab/netcode/virtual-match.ts";
import { BODY_FIELD_NAMES } from "#shared/simulation/body-fields.ts";
import { PAUSED } from "#shared/simulation/pause.ts";
import { MATCH } from "#shared/tunables.ts";

it.each(["near", "rough", "far"] as const)(
  "while a match is paused, and when it goes on, nobody is corrected who runs about (%s)",
  async (name) => {
    const { link } = PROFILES[name];
    const match = await virtualMatch({ arena: meadowForTwo(), seed: 3, room: { timeLimit: 120 } });
    try {
      const ann = await match.open({ name: "Ann", link, seed: 1, play: runAbout(HOMES[0], 1) });
      await match.run(6);
      expect(ann.inMatch).toBe(true);
      const { session } = ann.visit ?? {};
      if (session === undefined) throw new Error("Ann is not in the room.");
      session.give("pause", { paused: true });
      // The word of the host, and the state that follows it.
      await match.run(1);
      expect(session.state.resumesAt).toBe(PAUSED);
      const figures = ann.match.prediction?.figures;
      ann.match.prediction?.resetFigures();
      const body = (): number[] =>
        BODY_FIELD_NAMES.map((field) => ann.match.prediction?.body[field] ?? Number.NaN);
      const truth = (): number[] => {
        const player = match.world.players.get(ann.id);
        return BODY_FIELD_NAMES.map((field) => player?.[field] ?? Number.NaN);
      };
      const still = truth();
      const left = ann.match.secondsLeft;
      await match.run(4);
      // Inputs go on, and are acknowledged.
      expect(figures?.pending).toBeLessThan(40);
      expect([truth(), body()]).toEqual([still, still]);
      expect([ann.match.self?.x, ann.match.self?.y]).toEqual([still[0], still[1]]);
      expect(ann.match.secondsLeft).toBeCloseTo(left, 5);
      expect(ann.stores.hud.secondsToPlay.value).toBe(Number.POSITIVE_INFINITY);
      session.give("pause", { paused: false });
      await match.run(1);
      expect(ann.stores.hud.secondsToPlay.value).toBeGreaterThan(0);
      expect(ann.stores.hud.secondsToPlay.value).toBeLessThanOrEqual(MATCH.resumeCountdown);
      expect(body()).toEqual(still);
      await match.run(MATCH.resumeCountdown + 3);
      expect(truth()).not.toEqual(still);
      expect(figures).toMatchObject({ corrections: 0, maxError: 0 });
    } finally {
      await match.end();
    }
  },
);
