import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Settings } from "../../session/settings.ts";
import { padUsed } from "./pad-mode.ts";
import { touchUsed } from "./touch-mode.ts";

/** What a player can play with. The mouse belongs to the keys. */
export const DEVICES = ["keys", "touch", "pad"] as const;
export type Device = (typeof DEVICES)[number];

/** What is played with now. */
export const deviceUsed: ReadonlySignal<Device> = computed(() =>
  padUsed.value ? "pad" : touchUsed.value ? "touch" : "keys",
);

/** Where the right hand is: on the mouse, or on the keyboard as well. */
export type Hand = "mouse" | "keyboard";
export const hand = signal<Hand>("mouse");

/** Pixels that a mouse has to travel before the hand counts as being on it. */
const TAKEOVER_PX = 12;

/** Follows where the right hand is: somebody who pushes or moves by keys that lie on the right has no mouse in it. */
export function watchHand(settings: ReadonlySignal<Settings>): void {
  let travelled = 0;
  const options = { capture: true, passive: true };
  window.addEventListener(
    "keydown",
    ({ code }) => {
      if (code.startsWith("Arrow") || settings.peek().bindings.push.includes(code)) hand.value = "keyboard";
    },
    options,
  );
  window.addEventListener(
    "pointerdown",
    ({ pointerType }) => {
      if (pointerType === "mouse") hand.value = "mouse";
    },
    options,
  );
  window.addEventListener(
    "pointermove",
    ({ pointerType, movementX, movementY }) => {
      if (pointerType !== "mouse" || hand.peek() === "mouse") return;
      travelled += Math.abs(movementX) + Math.abs(movementY);
      if (travelled > TAKEOVER_PX) hand.value = "mouse";
    },
    options,
  );
  effect(() => {
    void hand.value;
    travelled = 0;
  });
}
