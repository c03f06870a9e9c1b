import {
  BALL_FIELD_NAMES,
  type BallFieldName,
  type BallMotion,
  NO_BALL,
} from "#shared/simulation/ball/ball.ts";
import { BODY_FIELD_NAMES } from "#shared/simulation/body-fields.ts";
import type { Body } from "#shared/simulation/types.ts";
import type { PlayerState } from "#shared/state/player-state.ts";

type BallKey = `ball.${BallFieldName}`;
/** What a page predicts as one: its own body and the ball, which move each other. */
export type Predicted = Body & Record<BallKey, number>;

const BALL_KEYS = BALL_FIELD_NAMES.map((name) => [name, `ball.${name}`] as const satisfies [string, BallKey]);

/** Names of everything that is predicted. */
export const PREDICTED_FIELDS: readonly (keyof Predicted)[] = [
  ...BODY_FIELD_NAMES,
  ...BALL_KEYS.map(([, key]) => key),
];

/** What the server says of all that is predicted, read where it is. */
export function truthOf(self: PlayerState, ball: Readonly<BallMotion>): Predicted {
  const truth = {};
  for (const name of BODY_FIELD_NAMES) {
    Object.defineProperty(truth, name, { get: () => self[name], enumerable: true });
  }
  for (const [name, key] of BALL_KEYS) {
    Object.defineProperty(truth, key, { get: () => ball[name], enumerable: true });
  }
  return truth as Predicted;
}

/** Whether there is a ball at all: copies of none would be most of what a step costs where none is played. */
export function hasBall(state: Predicted): boolean {
  return state["ball.out"] !== NO_BALL.out;
}

/** Copies the ball out of what is predicted. */
export function takeBall(state: Predicted, ball: BallMotion): void {
  for (const [name, key] of BALL_KEYS) ball[name] = state[key];
}

/** Copies the ball back into what is predicted. */
export function putBall(ball: Readonly<BallMotion>, state: Predicted): void {
  for (const [name, key] of BALL_KEYS) state[key] = ball[name];
}
