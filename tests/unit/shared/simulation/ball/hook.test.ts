import { describe, expect, it } from "vitest";
import { BALL } from "#shared/ball-tunables.ts";
import { PICKUPS } from "#shared/pickup-tunables.ts";
import { beginEffect, Effect } from "#shared/simulation/pickups/effect.ts";
import { hook } from "#shared/simulation/pickups/hook.ts";
import type { Player } from "#shared/simulation/types.ts";
import { BODY, PUSH, TICK_RATE, ticks } from "#shared/tunables.ts";
import { pitch, pushBallWorld } from "../../../../support/pitch.ts";
import { run, speedOf, tap } from "../../../../support/worlds.ts";

/** Puts a player under a hook. */
function hooked(player: Player | undefined): Player {
  if (player === undefined) throw new Error("Nobody is there.");
  beginEffect(player, Effect.Hook, hook.effect.rule);
  return player;
}

describe("a hook", () => {
  it("brings the ball to whoever throws it, however it rolls, and nobody runs into it", () => {
    for (const [away, vy] of [
      [PICKUPS.hookReach, 0],
      [3, 6],
    ] as const) {
      const { world, ball, players } = pushBallWorld(pitch(), [8 + away, 7.5], [8, 7.5]);
      const self = hooked(players[0]);
      ball.vy = vy;
      const aim = Math.atan2((vy * 3) / TICK_RATE, away);
      tap(world, "a", aim);
      expect(ball.vx).toBeLessThan(0);
      run(world, ticks(4));
      // It loses no way before it gets there, and stops where it touches.
      const distance = Math.hypot(ball.x - self.x, ball.y - self.y);
      expect(distance).toBeLessThan(BALL.radius + BODY.radius + 0.2);
    }
  });

  it("does nothing to a ball out of its cone or its reach, and is only a push the next time", () => {
    const { world, ball, players } = pushBallWorld(pitch(), [12, 7.5], [8, 7.5]);
    hooked(players[0]);
    tap(world, "a", PICKUPS.hookHalfCone + 0.1);
    expect(speedOf(ball)).toBe(0);
    const far = pushBallWorld(pitch(), [8 + PICKUPS.hookReach + BALL.radius, 7.5], [8, 7.5]);
    hooked(far.players[0]);
    tap(far.world, "a", 0);
    expect(speedOf(far.ball)).toBe(0);
    Object.assign(far.ball, { x: 9.6 });
    run(far.world, ticks(PUSH.cooldown));
    tap(far.world, "a", 0);
    expect(far.ball.vx).toBeGreaterThan(0);
  });
});
