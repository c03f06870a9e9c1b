import { type BallMotion, NO_BALL } from "#shared/simulation/ball/ball.ts";
import type { Ground } from "#shared/simulation/ground.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { TICK_RATE } from "#shared/tunables.ts";
import { BallTruth } from "./ball-truth.ts";
import { InterpolationBuffer } from "./interpolation.ts";
import type { DrawnBall } from "./match-view.ts";
import { arc } from "./tracked-player.ts";

/** Farther apart than this (tiles) two patches do not show one way: it was put there. */
const JUMP = 2.5;
/** Time (ms) in which two thirds of the way from one picture of the ball to the other are drawn away. */
const HANDOVER_MS = 250;

/** Where a frame draws the ball from. */
export interface BallFrame {
  /** Time of the page (ms). */
  readonly nowMs: number;
  /** Simulation time (ms) that is drawn of others. */
  readonly time: number;
  /** The ball as it is predicted; undefined for whoever only watches. */
  readonly predicted: Readonly<BallMotion> | undefined;
}

/**
 * The ball: what the state says of it, and how it is drawn. A player sees it in the present of their own character, whoever
 * watches sees it when they see everybody else.
 */
export class TrackedBall {
  readonly truth: BallTruth;
  readonly #drawn: DrawnBall = { x: 0, y: 0, vx: 0, vy: 0, height: 0, out: 0 };
  readonly #buffer = new InterpolationBuffer();
  #wasPredicted: boolean | undefined;
  #isThere = false;
  #offsetX = 0;
  #offsetY = 0;
  #lastMs = Number.NaN;

  constructor(ground: Ground) {
    this.truth = new BallTruth(ground);
  }

  /** How it is drawn; undefined where there is none. */
  get drawn(): DrawnBall | undefined {
    return this.#isThere ? this.#drawn : undefined;
  }

  /** Takes in a state of a simulation time (ms). */
  receive(state: ArenaState, time: number): void {
    this.truth.receive(state);
    const { x, y, air, out } = this.truth.motion;
    this.#isThere = out !== NO_BALL.out;
    if (!this.#isThere) return;
    const { newest } = this.#buffer;
    const jump = newest !== undefined && Math.hypot(x - newest.x, y - newest.y) > JUMP;
    this.#buffer.push(time, { x, y, aim: 0, airTicks: air }, jump);
  }

  /** Moves it to where this frame shows it. */
  drawAt({ nowMs, time, predicted }: BallFrame): void {
    if (!this.#isThere) return;
    const drawn = this.#drawn;
    const { x, y } = drawn;
    const seen = this.#buffer.at(time);
    const { motion } = this.truth;
    const from = predicted ?? seen;
    drawn.x = from.x;
    drawn.y = from.y;
    drawn.vx = from.vx;
    drawn.vy = from.vy;
    drawn.height = arc(predicted?.air ?? seen.airTicks);
    drawn.out = (predicted ?? motion).out / TICK_RATE;
    this.#fade(nowMs);
    const isPredicted = predicted !== undefined;
    if (this.#wasPredicted !== undefined && this.#wasPredicted !== isPredicted) {
      this.#offsetX = x - drawn.x;
      this.#offsetY = y - drawn.y;
    }
    this.#wasPredicted = isPredicted;
    drawn.x += this.#offsetX;
    drawn.y += this.#offsetY;
  }

  #fade(nowMs: number): void {
    const share = Number.isNaN(this.#lastMs) ? 0 : Math.exp(-(nowMs - this.#lastMs) / HANDOVER_MS);
    this.#lastMs = nowMs;
    this.#offsetX *= share;
    this.#offsetY *= share;
  }
}
