import { Predict, type Reconciler } from "@colyseus/sdk/predict";
import type { BallMotion } from "#shared/simulation/ball/ball.ts";
import { type StepContext, stepBody } from "#shared/simulation/body.ts";
import type { Ground } from "#shared/simulation/ground.ts";
import { isStill } from "#shared/simulation/pause.ts";
import { effectOf } from "#shared/simulation/pickups/rules.ts";
import { sunkAt } from "#shared/simulation/sinking.ts";
import { Action, type Body, type PlayerInput } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { type InputState, readInput } from "#shared/state/input-state.ts";
import { DT } from "#shared/tunables.ts";
import type { InputPace } from "./input-pace.ts";
import { isJump } from "./jump.ts";
import { runIntoOthers } from "./own-contacts.ts";
import { PacedInputs } from "./paced-inputs.ts";
import { type CorrectionFigures, PredictedBall } from "./predicted-ball.ts";
import { hasBall, PREDICTED_FIELDS, type Predicted, truthOf } from "./predicted-state.ts";
import type { PredictionOptions } from "./prediction-options.ts";

/** Time (ms) in which two thirds of a correction are drawn away. */
const SMOOTH_MS = 90;
/** A frame gap beyond this (ms) means that the page was not running; prediction starts afresh. */
const AWAY_MS = 400;
/** A correction below this (tiles) is rounding. */
const CORRECTION = 0.005;

const NOTHING_WRONG = { error: 0, maxError: 0, corrections: 0 } as const;

/** How well the prediction of the own character did. */
export interface PredictionFigures extends CorrectionFigures {
  /** Inputs sent and not yet acknowledged. */
  pending: number;
}

/**
 * The own character, ahead of the server: every input is applied at once by the rules that the server
 * runs, and when the server's answer differs, it is adopted, the open inputs are replayed on it, and the
 * difference is drawn away.
 */
export class Prediction {
  readonly #options: PredictionOptions;
  readonly #predict: Predict<ArenaState>;
  readonly #reconciler: Reconciler<Predicted, PlayerInput>;
  readonly #inputs: PacedInputs;
  readonly #context: StepContext;
  readonly #ahead: Predicted;
  /** The floor at the tick that is stepped. */
  readonly #ground: { -readonly [Name in keyof Ground]: Ground[Name] };
  readonly ball: PredictedBall;
  readonly figures: PredictionFigures = { ...NOTHING_WRONG, pending: 0 };
  #offsetX = 0;
  #offsetY = 0;
  #delay = Number.NaN;
  #replaying = false;
  /** Whether the newest state that was adopted is one that a bot has played. */
  #adoptedAtRest = false;
  /** The newest `resumesAt` that the server told. */
  #resumesAt: number;

  constructor(options: PredictionOptions) {
    const { room, self } = options;
    this.#options = options;
    this.#resumesAt = room.state.resumesAt;
    this.#inputs = new PacedInputs(room);
    this.#predict = Predict.get(room, { mode: "raw" });
    const { arena, crumblePhases, sunk } = options.ground;
    this.#ground = { arena, crumblePhases, sunk };
    this.ball = new PredictedBall(this.#ground, options.obstacles);
    this.#context = {
      ground: this.#ground,
      tick: 0,
      id: room.sessionId,
      dt: DT,
      emit: (event) => {
        if (!this.#replaying && !this.rests) options.onEvent(event);
      },
    };
    this.#reconciler = this.#predict.reconciler<Predicted, InputState>(truthOf(self, options.ball), {
      input: this.#inputs.handle,
      fields: PREDICTED_FIELDS,
      // Corrections are drawn away here, where the drawn place is known, not in the library.
      smoothMs: 0,
      step: (context, state, command) => {
        this.#replaying = context.isReplay;
        if (this.#goTo(context.tick)) this.#step(state, readInput(command), context.tick);
      },
    });
    this.#ahead = { ...this.#reconciler.state };
  }

  /** The predicted body after the newest input. */
  get body(): Readonly<Body> {
    return this.#reconciler.state;
  }

  /** A patch has said how long (ms) inputs lay on the server before their tick. */
  reportMargin(nowMs: number, marginMs: number): void {
    this.#inputs.report(nowMs, marginMs);
  }

  /** Whether a bot plays with the character: inputs go on, but nothing of what it does can be foreseen. */
  get rests(): boolean {
    const { state, sessionId } = this.#options.room;
    return state.seats.get(sessionId)?.away ?? false;
  }

  /** How soon inputs leave. */
  get pace(): InputPace {
    return this.#inputs.pace;
  }

  /** Tells the server's lag compensation how far (ms) behind what just comes from the server others are drawn. */
  set interpolationDelay(delayMs: number) {
    if (delayMs === this.#delay) return;
    this.#delay = delayMs;
    this.#predict.setDefaults({ mode: "lerp", delay: delayMs });
  }

  /** Passes a frame: takes in what the server said, then sends and predicts the inputs that are due. */
  advance(nowMs: number, dtMs: number, sample: () => PlayerInput): void {
    if (dtMs > AWAY_MS) this.reset();
    this.#noticePause();
    const { x, y, protectTicks } = this.#reconciler.state;
    const before = this.#reconciler.reconcileSeq;
    this.ball.note(this.#reconciler.state);
    this.#predict.tick(nowMs);
    if (this.#reconciler.reconcileSeq !== before) this.#corrected(x, y, protectTicks);
    const fade = Math.exp(-dtMs / SMOOTH_MS);
    this.#offsetX *= fade;
    this.#offsetY *= fade;
    this.ball.fade(dtMs);
    this.#inputs.advance(nowMs, Math.min(dtMs, AWAY_MS), sample);
    this.figures.pending = this.#inputs.pending;
  }

  /**
   * Where the own character is drawn: on the way from the newest step to the next one as the keys are now,
   * so that a press is seen in the frame in which it happens. The body is reused. Undefined while a bot plays with it.
   */
  draw(live: PlayerInput): Body | undefined {
    if (this.rests) return undefined;
    const state = this.#reconciler.state;
    const ahead = Object.assign(this.#ahead, state);
    this.#replaying = true;
    const number = this.#inputs.handle.sentCount + 1;
    if (this.#goTo(number)) {
      this.#step(ahead, readInput(live), number, false);
    }
    const { share } = this.#inputs;
    this.ball.draw(state, ahead, share);
    // What lies between the two ends of a teleporter is no way.
    if (isJump(ahead.x - state.x, ahead.y - state.y, DT)) Object.assign(ahead, { x: state.x, y: state.y });
    ahead.x = state.x + (ahead.x - state.x) * share + this.#offsetX;
    ahead.y = state.y + (ahead.y - state.y) * share + this.#offsetY;
    return ahead;
  }

  /** The ball as `draw` has left it. Undefined while a bot plays with the own character. */
  get drawnBall(): Readonly<BallMotion> | undefined {
    return this.rests ? undefined : this.ball.drawn;
  }

  /** Starts afresh from the newest state. */
  reset(): void {
    this.#reconciler.reset();
    this.#offsetX = 0;
    this.#offsetY = 0;
  }

  /** Starts the largest correction and the count of corrections afresh. */
  resetFigures(): void {
    Object.assign(this.figures, NOTHING_WRONG);
    Object.assign(this.ball.figures, NOTHING_WRONG);
  }

  dispose(): void {
    this.#inputs.dispose();
    this.#reconciler.dispose();
  }

  /**
   * Goes to the step that takes the input of a number: it takes one after the other, from what it acknowledged. Returns whether
   * anything moves in it.
   */
  #goTo(number: number): boolean {
    const { state } = this.#options.room;
    const tick = state.tick + number - this.#inputs.handle.lastProcessed;
    this.#ground.sunk = sunkAt(state, tick);
    return !isStill(state.resumesAt, tick);
  }

  /**
   * Takes the own character back to where the match was paused: what it has done since then was not. That is no error, for nobody
   * could foresee it, but it is drawn away like one.
   */
  #noticePause(): void {
    const { resumesAt } = this.#options.room.state;
    if (resumesAt === this.#resumesAt) return;
    this.#resumesAt = resumesAt;
    if (resumesAt === 0) return;
    const { x, y } = this.#reconciler.state;
    this.#reconciler.reset();
    this.#offsetX += x - this.#reconciler.state.x;
    this.#offsetY += y - this.#reconciler.state.y;
  }

  /**
   * What the step that takes the input of a number does to the own body and to the ball, in the order of the server; `bumps` tells
   * whether it runs into others.
   */
  #step(body: Predicted, input: PlayerInput, number: number, bumps = body.action !== Action.Falling): void {
    const { push: style } = effectOf(body);
    const charge = stepBody(body, input, this.#context);
    const push = hasBall(body) ? { x: body.x, y: body.y, aim: body.aim, charge, style } : undefined;
    if (bumps) runIntoOthers(body, this.#options.obstacles(), this.#ground);
    if (push === undefined) return;
    this.ball.step(body, push, number - this.#inputs.handle.lastProcessed, this.#options.room.state);
  }

  #corrected(beforeX: number, beforeY: number, protection: number): void {
    const { rests } = this;
    const isForeseeable = !rests && !this.#adoptedAtRest;
    this.#adoptedAtRest = rests;
    if (isForeseeable) this.ball.corrected(this.#reconciler.state);
    else this.ball.cut();
    if (!isForeseeable) {
      this.#offsetX = 0;
      this.#offsetY = 0;
      return;
    }
    const { x, y, protectTicks } = this.#reconciler.state;
    const dx = beforeX - x;
    const dy = beforeY - y;
    const error = Math.hypot(dx, dy);
    const { figures } = this;
    // Protection only ever grows when somebody is put on a spawn: that is a jump, not an error.
    if (protectTicks > protection) {
      this.#offsetX = 0;
      this.#offsetY = 0;
      return;
    }
    figures.error = error;
    figures.maxError = Math.max(figures.maxError, error);
    if (error > CORRECTION) figures.corrections += 1;
    // A teleporter that was missed, or taken, is not drawn away across the island.
    const isFar = isJump(dx, dy, DT);
    this.#offsetX = isFar ? 0 : this.#offsetX + dx;
    this.#offsetY = isFar ? 0 : this.#offsetY + dy;
  }
}
