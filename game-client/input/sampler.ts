import type { ReadonlySignal } from "@preact/signals-core";
import { neutralInput } from "#shared/simulation/input.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import type { Settings } from "../session/settings.ts";
import { Activity } from "./activity.ts";
import { type AimMemory, FIRST_AIM } from "./aim.ts";
import { compose, type Device, type InputState } from "./compose.ts";
import { type Button, type ControlStates, Controls } from "./controls.ts";
import { PAD_AT_REST, type PadLike, type PadState, Pads, type Sticks } from "./gamepad.ts";
import { listenToPage } from "./page-events.ts";
import { Pointer } from "./pointer.ts";
import type { TouchState } from "./touch-state.ts";

export interface InputDeps {
  /** Where keys and pointers are heard: the window. */
  target: EventTarget;
  /** Shows the game; has no context menu. */
  canvas: EventTarget;
  settings: ReadonlySignal<Settings>;
  /** Written by the touch controls; the sampler only takes `active` back when another device is used. */
  touch: TouchState;
  gamepads: () => readonly (PadLike | null)[];
  /** Radians from the own character to a point of the page (CSS pixels). */
  toAim: (clientX: number, clientY: number) => number;
  /** The scoreboard is wanted, or no more. */
  onScores(shown: boolean): void;
  /** The menu is wanted: Escape, or start on a gamepad. */
  onMenu(): void;
  /** The player wants to write, or to choose an emote or a phrase. */
  onTalk(how: "chat" | "emotes"): void;
  /** The key for talking goes down or up; where keys are text it does not. */
  onVoice?(held: boolean): void;
  /** The sound is to go off, or on again; in menus and dialogues as well. */
  onMute(): void;
  /** A key, a button, a finger or a stick is used, also one that means nothing, and while a menu is open. */
  onUse(): void;
}

/** Turns whatever the player uses into one input per tick. */
export interface InputSampler {
  /** The input of this tick. Call once per tick: a short press is told once, and time is counted by it. */
  sample(): PlayerInput;
  /** What `sample` would give now, without using it up: for drawing the own character at once. */
  peek(): PlayerInput;
  /** What was used last. */
  readonly device: Device;
  /** False outside a match: the input is neutral and the keys are the browser's. Starts false. */
  enabled: boolean;
  /** Stops listening. */
  destroy(): void;
}

const AT_REST: Sticks = PAD_AT_REST;
const TOUCH_BUTTONS = ["push", "dash", "brace"] as const;
const PAD_BUTTONS = [...TOUCH_BUTTONS, "scores"] as const;

export function createInputSampler(deps: InputDeps): InputSampler {
  return new Sampler(deps);
}

class Sampler implements InputSampler {
  readonly #deps: InputDeps;
  readonly #controls: Controls;
  readonly #pads = new Pads();
  readonly #touchActivity = new Activity();
  readonly #pointer = new Pointer();
  readonly #listening = new AbortController();
  #pad: PadState = PAD_AT_REST;
  #device: Device;
  #memory: AimMemory = FIRST_AIM;
  #enabled = false;
  /** Whether no finger held anything when that was last looked at. */
  #touchRests = false;
  #scoresShown = false;
  #talks = false;
  /** Pad buttons that went down while a menu was open: they belong to it until they are let go. */
  readonly #menus = new Set<Button>();

  constructor(deps: InputDeps) {
    this.#deps = deps;
    this.#device = deps.touch.active ? "touch" : "keyboard";
    this.#controls = new Controls(() => deps.settings.peek().bindings);
    const sink = {
      claims: (code: string) => this.#enabled && this.#controls.isBound(code),
      isBound: (code: string) => this.#controls.isBound(code),
      set: (code: string, down: boolean) => this.#key(code, down),
      aside: (code: string) => {
        if (this.#controls.controlOf(code) === "mute") deps.onMute();
      },
      point: (x: number, y: number) => {
        if (this.#pointer.moveTo(x, y, this.#device !== "keyboard")) this.#use("keyboard");
      },
      touched: (down: boolean) => {
        if (down) this.#use("touch");
        this.#pollTouch();
      },
      used: () => deps.onUse(),
      releaseAll: () => {
        this.#controls.releaseAll();
        this.#announceScores();
        this.#announceTalk();
      },
    };
    listenToPage(deps.target, deps.canvas, sink, this.#listening.signal);
  }

  get device(): Device {
    return this.#device;
  }

  get enabled(): boolean {
    return this.#enabled;
  }

  set enabled(enabled: boolean) {
    if (enabled === this.#enabled) return;
    if (enabled) {
      this.#leavePadToMenu();
      this.#pointer.lay();
    }
    this.#enabled = enabled;
    this.#controls.forgetTaps();
    this.#announceScores();
  }

  sample(): PlayerInput {
    this.#poll();
    this.#pointer.tick(this.#controls.holdsAny, this.#controls.someHeld(isArrow));
    const controls = this.#controls.take();
    if (!this.#enabled) return neutralInput(this.#memory.aim);
    const { input, memory } = compose(this.#state(controls));
    this.#memory = memory;
    return input;
  }

  peek(): PlayerInput {
    this.#poll();
    if (!this.#enabled) return neutralInput(this.#memory.aim);
    return compose(this.#state(this.#controls.peek())).input;
  }

  destroy(): void {
    this.#listening.abort();
    this.enabled = false;
  }

  #state(controls: ControlStates): InputState {
    const { touch, toAim } = this.#deps;
    const { device } = this;
    const sticks = device === "touch" ? touch : device === "gamepad" ? this.#pad : AT_REST;
    const aims = device === "keyboard" && this.#pointer.aims;
    const pointerAngle = aims ? toAim(this.#pointer.x, this.#pointer.y) : undefined;
    return { device, controls, sticks, pointerAngle, memory: this.#memory };
  }

  #key(code: string, down: boolean): void {
    this.#controls.set(code, down);
    if (down && this.#controls.isBound(code)) {
      this.#use("keyboard");
      if (code.startsWith("Mouse")) this.#pointer.use();
    }
    if (down && code === "Escape" && this.#enabled) this.#deps.onMenu();
    const control = down ? this.#controls.controlOf(code) : undefined;
    if (control === "mute") this.#deps.onMute();
    else if (this.#enabled && (control === "chat" || control === "emotes")) this.#deps.onTalk(control);
    this.#announceScores();
    this.#announceTalk();
  }

  /** Reads the devices that send no events. */
  #poll(): void {
    this.#pollTouch();
    const before = this.#pad;
    const { state, used } = this.#pads.poll(this.#deps.gamepads());
    this.#pad = state;
    // Most have none: then nothing has changed.
    if (state === PAD_AT_REST && before === PAD_AT_REST) return;
    if (used) {
      this.#use("gamepad");
      this.#deps.onUse();
    }
    for (const button of PAD_BUTTONS) {
      if (!state.buttons[button]) this.#menus.delete(button);
      this.#controls.set(`Pad:${button}`, state.buttons[button] && !this.#menus.has(button));
    }
    if (state.menu && !before.menu && this.#enabled) this.#deps.onMenu();
    if (state.emotes && !before.emotes && this.#enabled) this.#deps.onTalk("emotes");
    this.#announceScores();
  }

  /** The press that closes a menu is no push. */
  #leavePadToMenu(): void {
    this.#poll();
    for (const button of PAD_BUTTONS) {
      if (!this.#pad.buttons[button]) continue;
      this.#menus.add(button);
      this.#controls.set(`Pad:${button}`, false);
    }
  }

  #pollTouch(): void {
    const { touch } = this.#deps;
    const rests = isAtRest(touch);
    if (rests && this.#touchRests) return;
    this.#touchRests = rests;
    const buttons = TOUCH_BUTTONS.map((button) => Number(touch[button]));
    const values = [touch.moveX, touch.moveY, touch.aimX, touch.aimY, ...buttons];
    if (this.#touchActivity.notice(values)) this.#use("touch");
    for (const button of TOUCH_BUTTONS) this.#controls.set(`Touch:${button}`, touch[button]);
  }

  #use(device: Device): void {
    this.#device = device;
    this.#deps.touch.active = device === "touch";
  }

  /** Also in a lobby, whose buttons have keys of their own. */
  #announceTalk(): void {
    const talks = this.#controls.isHeld("talk");
    if (talks === this.#talks) return;
    this.#talks = talks;
    this.#deps.onVoice?.(talks);
  }

  #announceScores(): void {
    const shown = this.#enabled && this.#controls.isHeld("scores");
    if (shown === this.#scoresShown) return;
    this.#scoresShown = shown;
    this.#deps.onScores(shown);
  }
}

function isArrow(code: string): boolean {
  return code.startsWith("Arrow");
}

function isAtRest({ moveX, moveY, aimX, aimY, push, dash, brace }: TouchState): boolean {
  return moveX === 0 && moveY === 0 && aimX === 0 && aimY === 0 && !push && !dash && !brace;
}
