import { AIM, AXIS, snap } from "../quantize.ts";
import type { PlayerInput } from "./types.ts";

/** Bits of `Body.held`. */
export const PUSH_BIT = 1;
export const DASH_BIT = 2;
export const BRACE_BIT = 4;

/** Longest stick. Rounding both axes to the wire can add so much to a length of 1, which stays as it is when it is cleaned again. */
const MAX_STICK = 1.006;

/** Standing still and looking at `aim`. */
export function neutralInput(aim = 0): PlayerInput {
  return { moveX: 0, moveY: 0, aim, push: false, dash: false, brace: false };
}

/**
 * Makes any input a legal one, in place: axes are clamped (not a number becomes 0), a diagonal is not
 * faster than a straight line, the aim is one of 256 directions. Rounding is that of the wire.
 */
export function sanitizeInput<T extends PlayerInput>(input: T): T {
  const x = clampAxis(input.moveX);
  const y = clampAxis(input.moveY);
  input.moveX = snap(AXIS, x);
  input.moveY = snap(AXIS, y);
  const length = lengthOf(x, y);
  // Also when only rounding made it too long: the server cleans what the page has cleaned, and both must have the same.
  if (Math.max(length, lengthOf(input.moveX, input.moveY)) > MAX_STICK) {
    input.moveX = snap(AXIS, x / length);
    input.moveY = snap(AXIS, y / length);
  }
  input.aim = snap(AIM, input.aim);
  input.push = input.push === true;
  input.dash = input.dash === true;
  input.brace = input.brace === true;
  return input;
}

function lengthOf(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

function clampAxis(value: number): number {
  if (!(value >= -1)) return value < -1 ? -1 : 0;
  return Math.min(value, 1);
}

/** The buttons of an input as the bits of `Body.held`. */
export function buttonBits(input: PlayerInput): number {
  return (input.push ? PUSH_BIT : 0) | (input.dash ? DASH_BIT : 0) | (input.brace ? BRACE_BIT : 0);
}
