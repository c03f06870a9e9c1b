import { AIM, AXIS, snap } from "../quantize.ts";
import type { PlayerInput } from "./types.ts";

/** Bits of `Body.held`. */
export const PUSH_BIT = 1;
export const DASH_BIT = 2;
export const BRACE_BIT = 4;

/** What rounding both axes can add to the length of a stick; without it, cleaning twice would change more. */
const AXIS_ROUNDING = 0.006;

/** Standing still and looking at `aim`. */
export function neutralInput(aim = 0): PlayerInput {
  return { moveX: 0, moveY: 0, aim, push: false, dash: false, brace: false };
}

/**
 * Makes any input a legal one, in place: axes are clamped (not a number becomes 0), a diagonal is not
 * faster than a straight line, the aim is one of 256 directions. Rounding is that of the wire.
 */
export function sanitizeInput<T extends PlayerInput>(input: T): T {
  let x = clampAxis(input.moveX);
  let y = clampAxis(input.moveY);
  const length = Math.sqrt(x * x + y * y);
  if (length > 1 + AXIS_ROUNDING) {
    x /= length;
    y /= length;
  }
  input.moveX = snap(AXIS, x);
  input.moveY = snap(AXIS, y);
  input.aim = snap(AIM, input.aim);
  input.push = input.push === true;
  input.dash = input.dash === true;
  input.brace = input.brace === true;
  return input;
}

function clampAxis(value: number): number {
  if (!(value >= -1)) return value < -1 ? -1 : 0;
  return Math.min(value, 1);
}

/** The buttons of an input as the bits of `Body.held`. */
export function buttonBits(input: PlayerInput): number {
  return (input.push ? PUSH_BIT : 0) | (input.dash ? DASH_BIT : 0) | (input.brace ? BRACE_BIT : 0);
}
