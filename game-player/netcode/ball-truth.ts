import { BALL_FIELD_NAMES, type BallMotion, copyMotion, NO_BALL } from "#shared/simulation/ball/ball.ts";
import { rollBall } from "#shared/simulation/ball/roll.ts";
import type { Ground } from "#shared/simulation/ground.ts";
import { isStill } from "#shared/simulation/pause.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { BallState } from "#shared/state/ball-state.ts";
import { DT } from "#shared/tunables.ts";

/**
 * The ball as the server has it at the tick of the newest state. The server says only how it was when somebody touched it
 * last; from there on it is rolled by the rules that the server rolls it by.
 */
export class BallTruth {
  readonly motion: BallMotion = { ...NO_BALL };
  readonly #ground: Ground;
  /** What was told last, and when that was, modulo 256. */
  readonly #told: BallMotion = { ...NO_BALL };
  #since = -1;
  #tick = 0;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** Takes in the newest state. */
  receive({ tick, phase, resumesAt, ball }: ArenaState): void {
    if (this.#isNews(ball)) {
      copyMotion(ball, this.#told);
      copyMotion(ball, this.motion);
      this.#since = ball.since;
      this.#tick = tick - ((tick - ball.since) & 0xff);
    }
    while (this.#tick < tick) {
      this.#tick += 1;
      if (isStill(resumesAt, this.#tick)) continue;
      rollBall(this.motion, {
        ground: this.#ground,
        tick: this.#tick,
        goals: phase === "playing",
        dt: DT,
      });
    }
  }

  #isNews(ball: BallState): boolean {
    return ball.since !== this.#since || BALL_FIELD_NAMES.some((name) => ball[name] !== this.#told[name]);
  }
}
