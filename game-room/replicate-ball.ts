import { copyMotion, isSameMotion, NO_BALL } from "#shared/simulation/ball/ball.ts";
import { tellBall } from "#shared/simulation/step-ball.ts";
import type { World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { ROLL_TURN, rollOf } from "#shared/state/folded-ball.ts";

/** Copies what is to be told of the ball of the world into the state. While it rolls freely that does not change. */
export function replicateBall({ ball, tick }: World, state: ArenaState): void {
  const { ball: told } = state;
  if (ball === undefined) {
    told.out = NO_BALL.out;
    return;
  }
  // After a stall news may be older than a patch can say: as it is now, it goes on the same way.
  const isNews = (ball.toldTick & 0xff) !== told.since || !isSameMotion(ball.told, told);
  if (isNews && tick - ball.toldTick >= ROLL_TURN) tellBall(ball, tick);
  const roll = rollOf(ball.told, ball.toldTick);
  const since = ball.toldTick & 0xff;
  // The same ball some time later is told again.
  if (roll === state.roll && since !== told.since) state.roll = 0n;
  copyMotion(ball.told, told);
  told.since = since;
  state.roll = roll;
}
