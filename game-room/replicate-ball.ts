import { copyMotion, NO_BALL } from "#shared/simulation/ball/ball.ts";
import type { World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";

/** Copies what is to be told of the ball of the world into the state. While it rolls freely that does not change. */
export function replicateBall({ ball }: World, { ball: told }: ArenaState): void {
  copyMotion(ball?.told ?? NO_BALL, told);
  told.since = (ball?.toldTick ?? 0) & 0xff;
}
