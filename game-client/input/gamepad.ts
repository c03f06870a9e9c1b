import { Activity } from "./activity.ts";
import type { Button } from "./controls.ts";

/** Two sticks, -1..1 each axis, y down; length at most 1. */
export interface Sticks {
  moveX: number;
  moveY: number;
  aimX: number;
  aimY: number;
}

/** What a gamepad says at one moment. */
export interface PadState extends Sticks {
  buttons: Record<Button, boolean>;
  menu: boolean;
  /** Emotes and phrases. */
  emotes: boolean;
}

/** The part of `Gamepad` that is read. */
export interface PadLike {
  readonly index: number;
  /** What its maker calls it. */
  readonly id?: string;
  readonly connected: boolean;
  readonly axes: readonly number[];
  readonly buttons: readonly { readonly pressed: boolean; readonly value: number }[];
}

/** Deflection below which a stick counts as at rest: what worn sticks rest at. */
export const DEAD_ZONE = 0.18;
/** How far (0..1) a trigger has to be pulled to count. */
const TRIGGER = 0.3;

/** Buttons by their number in the standard mapping, https://www.w3.org/TR/gamepad/#remapping. */
const BUTTONS: Record<Button | "menu" | "emotes", readonly number[]> = {
  /** A, right trigger. */
  push: [0, 7],
  /** B, X, left trigger. */
  dash: [1, 2, 6],
  /** Y, both bumpers. */
  brace: [3, 4, 5],
  /** Back, also called select. */
  scores: [8],
  /** Start. */
  menu: [9],
  /** A press on either stick. */
  emotes: [10, 11],
};
/** Buttons of the d-pad. */
export const DPAD = { up: 12, down: 13, left: 14, right: 15 } as const;

export const PAD_AT_REST: PadState = {
  moveX: 0,
  moveY: 0,
  aimX: 0,
  aimY: 0,
  buttons: { push: false, dash: false, brace: false, scores: false },
  menu: false,
  emotes: false,
};

/** Cuts the dead zone out of a stick, by its length, and stretches the rest over 0..1. */
export function radialDeadZone(x: number, y: number): { x: number; y: number } {
  const length = Math.hypot(x, y);
  if (length <= DEAD_ZONE) return { x: 0, y: 0 };
  const scale = Math.min(1, (length - DEAD_ZONE) / (1 - DEAD_ZONE)) / length;
  return { x: x * scale, y: y * scale };
}

/** A pad of the standard mapping in the game's terms. The d-pad moves when the left stick rests. */
export function readPad(pad: PadLike): PadState {
  const down = (i: number): boolean => {
    const button = pad.buttons[i];
    return button !== undefined && (button.pressed || button.value > TRIGGER);
  };
  const any = (indices: readonly number[]): boolean => indices.some(down);
  const left = radialDeadZone(pad.axes[0] ?? 0, pad.axes[1] ?? 0);
  const right = radialDeadZone(pad.axes[2] ?? 0, pad.axes[3] ?? 0);
  const dpadX = Number(down(DPAD.right)) - Number(down(DPAD.left));
  const dpadY = Number(down(DPAD.down)) - Number(down(DPAD.up));
  const stickRests = left.x === 0 && left.y === 0;
  const shorten = dpadX !== 0 && dpadY !== 0 ? Math.SQRT1_2 : 1;
  return {
    moveX: stickRests ? dpadX * shorten : left.x,
    moveY: stickRests ? dpadY * shorten : left.y,
    aimX: right.x,
    aimY: right.y,
    buttons: {
      push: any(BUTTONS.push),
      dash: any(BUTTONS.dash),
      brace: any(BUTTONS.brace),
      scores: any(BUTTONS.scores),
    },
    menu: any(BUTTONS.menu),
    emotes: any(BUTTONS.emotes),
  };
}

/** What a look at the pads finds. */
interface Polled {
  readonly state: PadState;
  readonly pad: PadLike | undefined;
  readonly used: boolean;
}

const NOTHING: Polled = { state: PAD_AT_REST, pad: undefined, used: false };

/** All pads that are plugged in, of which the one used last counts. Pads may come and go at any time. */
export class Pads {
  readonly #activities = new Map<number, Activity>();
  #current: number | undefined;

  /** The pad used last and its state (at rest when it is gone), and whether it has been used since the last call. */
  poll(pads: readonly (PadLike | null)[]): Polled {
    if (pads.length === 0) return NOTHING;
    let state = PAD_AT_REST;
    let current: PadLike | undefined;
    let used = false;
    for (const pad of pads) {
      if (!pad?.connected) continue;
      const read = readPad(pad);
      if (this.#activity(pad.index).notice(values(read))) {
        this.#current = pad.index;
        used = true;
      }
      if (pad.index !== this.#current) continue;
      state = read;
      current = pad;
    }
    return { state, pad: current, used };
  }

  #activity(index: number): Activity {
    const known = this.#activities.get(index) ?? new Activity();
    this.#activities.set(index, known);
    return known;
  }
}

function values(state: PadState): number[] {
  const { push, dash, brace, scores } = state.buttons;
  const buttons = [push, dash, brace, scores, state.menu, state.emotes].map(Number);
  return [state.moveX, state.moveY, state.aimX, state.aimY, ...buttons];
}
