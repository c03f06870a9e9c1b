import { signal } from "@preact/signals-core";
import { readPads } from "../input/read-pads.ts";
import { createInputSampler, type InputSampler } from "../input/sampler.ts";
import { createTouchState } from "../input/touch-state.ts";
import type { Settings } from "../session/settings.ts";
import type { Lab } from "./lab.ts";
import type { PaneName } from "./shown-pane.ts";

/** A finger that has moved less than this (CSS pixels) from the character does not walk. */
const NEAR_PX = 14;

/** Gives keyboard, mouse, gamepad or one finger to the character of one pane. */
export class LabHands {
  readonly #lab: Lab;
  readonly #settings;
  #sampler: InputSampler | undefined;
  #listening = new AbortController();

  constructor(lab: Lab, settings: Settings) {
    this.#lab = lab;
    this.#settings = signal(settings);
  }

  /** Plays in this pane from now on, or in none. */
  take(transport: PaneName | undefined): void {
    this.#sampler?.destroy();
    this.#listening.abort();
    this.#listening = new AbortController();
    this.#sampler = undefined;
    const surface = transport && this.#lab.surfaces.get(transport);
    this.#lab.played.value = surface === undefined ? undefined : transport;
    if (surface === undefined) return;
    const touch = createTouchState();
    const towards = (clientX: number, clientY: number): { x: number; y: number } => {
      const self = this.#lab.steered(transport)?.match?.self;
      const from = self && surface.toPage(self.x, self.y);
      return from === undefined ? { x: 0, y: 0 } : { x: clientX - from.x, y: clientY - from.y };
    };
    const sampler = createInputSampler({
      target: window,
      canvas: surface.element,
      settings: this.#settings,
      touch,
      gamepads: readPads,
      toAim: (clientX, clientY) => {
        const { x, y } = towards(clientX, clientY);
        return Math.atan2(y, x);
      },
      onScores: () => {},
      onTalk: () => {},
      onMute: () => {},
      onMenu: () => this.take(undefined),
      onUse: () => {},
    });
    sampler.enabled = true;
    this.#sampler = sampler;
    this.#lab.hands = sampler;
    this.#followFinger(surface.element, touch, towards);
  }

  /** A finger on the picture: the character walks there, a second finger pushes. */
  #followFinger(
    element: HTMLElement,
    touch: ReturnType<typeof createTouchState>,
    towards: (clientX: number, clientY: number) => { x: number; y: number },
  ): void {
    const { signal } = this.#listening;
    const follow = (event: TouchEvent): void => {
      event.preventDefault();
      const finger = event.touches[0];
      touch.push = event.touches.length > 1;
      const { x, y } = finger === undefined ? { x: 0, y: 0 } : towards(finger.clientX, finger.clientY);
      const far = Math.hypot(x, y);
      touch.moveX = far > NEAR_PX ? x / far : 0;
      touch.moveY = far > NEAR_PX ? y / far : 0;
    };
    for (const type of ["touchstart", "touchmove", "touchend", "touchcancel"] as const) {
      element.addEventListener(type, follow, { signal, passive: false });
    }
  }
}
