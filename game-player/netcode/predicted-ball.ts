import { type BallMotion, copyMotion, NO_BALL } from "#shared/simulation/ball/ball.ts";
import { rollBall } from "#shared/simulation/ball/roll.ts";
import { pushBall, touchBall } from "#shared/simulation/ball-contacts.ts";
import { createBody } from "#shared/simulation/body.ts";
import type { Ground } from "#shared/simulation/ground.ts";
import type { PushStyle } from "#shared/simulation/pickups/effect.ts";
import { Action, type Body } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { DT } from "#shared/tunables.ts";
import { hasBall, type Predicted, putBall, takeBall } from "./predicted-state.ts";

/** Time (ms) in which two thirds of a correction are drawn away: it is heavy, a jerk would be seen. */
const SMOOTH_MS = 120;
/** A correction below this (tiles) is rounding. */
const CORRECTION = 0.005;
/** Farther than this (tiles) a ball is not drawn towards: it was put there. */
const FAR = 4;
/** Farther than this (tiles) nothing rolls in a step. */
const JUMP = 1;
/** Others are taken to run on as they do for this long (ticks): longer nobody can tell. */
const RECKONED = 6;

/** How well something was predicted. Distances in tiles. */
export interface CorrectionFigures {
  /** Size of the newest correction, and of the largest since the page asked to start counting. */
  error: number;
  maxError: number;
  /** Corrections larger than rounding. */
  corrections: number;
}

/** A push that is let go in a step, at the place and aim of that moment. */
export interface OwnPush {
  readonly x: number;
  readonly y: number;
  readonly aim: number;
  /** 0..1, or -1 for none. */
  readonly charge: number;
  /** What is otherwise about it, if anything is. */
  readonly style: PushStyle | undefined;
}

/**
 * The ball, ahead of the server as the own character is, so that the two meet: own pushes move it at once, and it moves the own
 * character. What the server says otherwise is adopted, and the difference drawn away. Others who are near it are taken to
 * run on as they do.
 */
export class PredictedBall {
  readonly figures: CorrectionFigures = { error: 0, maxError: 0, corrections: 0 };
  readonly #ground: Ground;
  readonly #others: () => readonly Body[];
  readonly #ball: BallMotion = { ...NO_BALL };
  readonly #drawn: BallMotion = { ...NO_BALL };
  readonly #before: BallMotion = { ...NO_BALL };
  readonly #other: Body = createBody(0, 0);
  #offsetX = 0;
  #offsetY = 0;

  constructor(ground: Ground, others: () => readonly Body[]) {
    this.#ground = ground;
    this.#others = others;
  }

  /** One step of the ball, when the own body has made its one. `ahead`: ticks that it is ahead of the server's newest state. */
  step(state: Predicted, push: OwnPush, ahead: number, { tick, phase }: ArenaState): void {
    if (!hasBall(state)) return;
    const ball = this.#ball;
    takeBall(state, ball);
    if (push.charge >= 0) pushBall(ball, push, this.#ground);
    rollBall(ball, { ground: this.#ground, tick: tick + ahead, goals: phase === "playing", dt: DT });
    touchBall(ball, state, this.#ground);
    for (const other of this.#others()) touchBall(ball, this.#reckon(other, ahead), this.#ground);
    putBall(ball, state);
  }

  /** Before the server's word is adopted. */
  note(state: Predicted): void {
    if (hasBall(state)) takeBall(state, this.#before);
    else this.#before.out = NO_BALL.out;
  }

  /** After that: what it has changed is drawn away. */
  corrected(state: Predicted): void {
    const { figures } = this;
    const before = this.#before;
    if (before.out === NO_BALL.out) {
      this.cut();
      return;
    }
    takeBall(state, this.#ball);
    const dx = before.x - this.#ball.x;
    const dy = before.y - this.#ball.y;
    const error = Math.hypot(dx, dy);
    if (error > FAR) {
      this.cut();
      return;
    }
    figures.error = error;
    figures.maxError = Math.max(figures.maxError, error);
    if (error > CORRECTION) figures.corrections += 1;
    this.#offsetX += dx;
    this.#offsetY += dy;
  }

  /** From now on it is drawn where it is. */
  cut(): void {
    this.#offsetX = 0;
    this.#offsetY = 0;
  }

  fade(dtMs: number): void {
    const kept = Math.exp(-dtMs / SMOOTH_MS);
    this.#offsetX *= kept;
    this.#offsetY *= kept;
  }

  /** Where it is drawn: so far (0..1) on the way from the newest step to the next one. */
  draw(now: Predicted, next: Predicted, share: number): void {
    const ball = this.#ball;
    const drawn = this.#drawn;
    if (!hasBall(now)) {
      if (drawn.out !== NO_BALL.out) copyMotion(NO_BALL, drawn);
      return;
    }
    takeBall(now, drawn);
    takeBall(next, ball);
    // Back at its mark, or through a teleporter, it has not rolled there.
    if (Math.hypot(ball.x - drawn.x, ball.y - drawn.y) > JUMP) return;
    const { x, y } = drawn;
    copyMotion(ball, drawn);
    drawn.x = x + (ball.x - x) * share + this.#offsetX;
    drawn.y = y + (ball.y - y) * share + this.#offsetY;
  }

  /** As it was drawn last; reused from frame to frame. */
  get drawn(): Readonly<BallMotion> {
    return this.#drawn;
  }

  /** Where somebody else will be by then, if they go on; they are not taken to strike. */
  #reckon(other: Body, ahead: number): Body {
    const copy = Object.assign(this.#other, other);
    if (copy.action === Action.Dashing) copy.action = Action.Idle;
    copy.x += copy.vx * DT * Math.min(ahead, RECKONED);
    copy.y += copy.vy * DT * Math.min(ahead, RECKONED);
    if (ahead <= RECKONED) return copy;
    copy.vx = 0;
    copy.vy = 0;
    return copy;
  }
}
