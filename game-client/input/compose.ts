import type { PlayerInput } from "#shared/simulation/types.ts";
import { type AimMemory, type AimSource, nextAim } from "./aim.ts";
import type { ControlStates } from "./controls.ts";
import type { Sticks } from "./gamepad.ts";

/** What the player plays with. The mouse belongs to the keyboard. */
export type Device = "keyboard" | "touch" | "gamepad";

/** Everything that decides one input. */
export interface InputState {
  readonly device: Device;
  readonly controls: ControlStates;
  /** Sticks of the device; at rest with a keyboard. */
  readonly sticks: Sticks;
  /** Radians from the own character to the mouse; undefined when the mouse does not aim. */
  readonly pointerAngle: number | undefined;
  readonly memory: AimMemory;
}

/** The input that a state means, and what aiming has to remember for the next one. */
export function compose(state: InputState): { input: PlayerInput; memory: AimMemory } {
  const { controls, sticks } = state;
  const move =
    state.device === "keyboard"
      ? shorten(Number(controls.right) - Number(controls.left), Number(controls.down) - Number(controls.up))
      : shorten(sticks.moveX, sticks.moveY);
  const memory = nextAim(state.memory, aimSource(state, move));
  return {
    input: {
      moveX: move.x,
      moveY: move.y,
      aim: memory.aim,
      push: controls.push,
      dash: controls.dash,
      brace: controls.brace,
    },
    memory,
  };
}

function aimSource(state: InputState, move: { x: number; y: number }): AimSource {
  if (state.device === "keyboard" && state.pointerAngle !== undefined) {
    return { kind: "pointer", angle: state.pointerAngle };
  }
  const { aimX, aimY } = state.sticks;
  return { kind: "stick", x: aimX, y: aimY, moveX: move.x, moveY: move.y };
}

/** Brings a vector to a length of at most 1. */
function shorten(x: number, y: number): { x: number; y: number } {
  const length = Math.hypot(x, y);
  return length > 1 ? { x: x / length, y: y / length } : { x, y };
}
