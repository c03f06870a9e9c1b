import { expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { PROFILES } from "#lab/netcode/profiles.ts";
import { virtualMatch } from "#lab/netcode/virtual-match.ts";
import { RIM } from "#shared/mode-tunables.ts";
import { rimOf } from "#shared/simulation/rim.ts";
import { shakeRim } from "#shared/simulation/sinking.ts";
import { Action } from "#shared/simulation/types.ts";
import { FALL } from "#shared/tunables.ts";

/** A large floor of which the ring that sinks first is ice, where what is under one's feet matters most. */
const EDGE = "i".repeat(24);
const MIDDLE = `iiii${".".repeat(16)}iiii`;
const ARENA = drawArena(
  ...Array.from({ length: 4 }, () => EDGE),
  ...Array.from({ length: 8 }, () => MIDDLE),
  `iiii.......SS.......iiii`,
  ...Array.from({ length: 7 }, () => MIDDLE),
  ...Array.from({ length: 4 }, () => EDGE),
);

it.each(["near", "far"] as const)(
  "when a ring sinks under whoever runs about on it, their page has foreseen the very tick (%s)",
  async (name) => {
    const match = await virtualMatch({ arena: ARENA, seed: 3, room: { timeLimit: 120 } });
    try {
      const ann = await match.open({
        name: "Ann",
        link: PROFILES[name].link,
        seed: 1,
        play: ({ ticks }) => ({ moveX: ticks % 16 < 8 ? 1 : -1, moveY: ticks % 10 < 5 ? 1 : -1 }),
      });
      await match.run(6);
      const player = match.world.players.get(ann.id);
      if (player === undefined) throw new Error("Ann has no character.");
      // To the ring that sinks first, where her page learns of it.
      Object.assign(player, { x: 22.5, y: 22.5, vx: 0, vy: 0 });
      expect(rimOf(ARENA).rings[22 * ARENA.width + 22]).toBe(0);
      shakeRim(match.world, () => {});
      await match.run(1);
      const falls = player.falls;
      const figures = ann.match.prediction?.figures;
      ann.match.prediction?.resetFigures();
      expect(ann.match.ground).toMatchObject({ sunk: 0, shaking: true });
      await match.run(RIM.shaking - 1 + FALL.grace + 0.4);
      expect([player.falls, player.action]).toEqual([falls + 1, Action.Falling]);
      expect(ann.match.ground).toMatchObject({ sunk: 1, shaking: false });
      await match.run(FALL.respawnTime + 1);
      expect(player.action).not.toBe(Action.Falling);
      expect(figures).toMatchObject({ corrections: 0, maxError: 0 });
    } finally {
      await match.end();
    }
  },
);
