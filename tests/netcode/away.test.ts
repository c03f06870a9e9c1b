import { expect, it } from "vitest";
import { PROFILES } from "#lab/netcode/profiles.ts";
import { HOMES, meadowForTwo, runAbout } from "#lab/netcode/scripts.ts";
import { virtualMatch } from "#lab/netcode/virtual-match.ts";
import { Action, type PlayerInput } from "#shared/simulation/types.ts";
import { DASH } from "#shared/tunables.ts";

/** Length of a frame (s) on the pages of this test. */
const FRAME = 1 / 60;
/** Short enough to wait for. */
const AWAY_TIMES = { warnAfter: 1, botAfter: 2 };

it.each(["near", "rough", "far"] as const)(
  "a character that a bot plays with is drawn smoothly, and its player takes over without a jump (%s)",
  async (name) => {
    const { link } = PROFILES[name];
    const match = await virtualMatch({
      arena: meadowForTwo(),
      seed: 5,
      room: { timeLimit: 120, botSkill: "normal" },
      awayTimes: AWAY_TIMES,
    });
    let plays = true;
    const run = runAbout(HOMES[0], 1, false);
    const seen: { x: number; y: number; action: Action; away: boolean }[] = [];
    try {
      // Somebody for the bot to run after.
      await match.open({ name: "Bob", link, seed: 2, play: runAbout(HOMES[1], 2, false) });
      const ann = await match.open({
        name: "Ann",
        link,
        seed: 1,
        play: (page): Partial<PlayerInput> => (plays ? run(page) : {}),
        onFrame(page) {
          const { self } = page.match;
          const away = page.match.state.seats.get(page.id)?.away ?? false;
          if (self !== undefined) seen.push({ x: self.x, y: self.y, action: self.action, away });
        },
      });
      await match.run(6);
      const { figures } = ann.match.prediction ?? {};
      if (figures === undefined) throw new Error("Ann is not in the match.");
      plays = false;
      await match.run(AWAY_TIMES.botAfter + 1);
      expect(ann.stores.own.away.value).toBe(true);
      ann.match.prediction?.resetFigures();
      const [from] = seen.slice(-1);
      await match.run(4);
      const [to] = seen.slice(-1);
      // It goes somewhere, and that is no error: inputs go on, and each is acknowledged.
      expect(Math.hypot((to?.x ?? 0) - (from?.x ?? 0), (to?.y ?? 0) - (from?.y ?? 0))).toBeGreaterThan(1);
      expect(figures).toMatchObject({ corrections: 0, maxError: 0 });
      expect(figures.pending).toBeLessThan(40);
      plays = true;
      await match.run(4);
      expect(ann.stores.own.away.value).toBe(false);
      expect(figures).toMatchObject({ corrections: 0, maxError: 0, error: 0 });
      const self = match.world.players.get(ann.id);
      expect(self?.action).not.toBe(Action.Falling);
      const steps = seen.slice(1).map((now, i) => {
        const before = seen[i] ?? now;
        return { length: Math.hypot(now.x - before.x, now.y - before.y), away: now.away };
      });
      const longest = (part: typeof steps): number => Math.max(...part.map(({ length }) => length));
      // In play no frame moves anybody farther than a dash does; drawn a little faster to catch up, when patches came late.
      expect(longest(steps.filter(({ away }) => away))).toBeLessThan(DASH.speed * FRAME * 1.2);
      // At the return a glide over a round trip and the delay of the picture is added to a run: no jump, hardly a dash.
      expect(longest(steps)).toBeLessThan(1.5 * DASH.speed * FRAME);
    } finally {
      await match.end();
    }
  },
);
