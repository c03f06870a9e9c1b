import { effect, signal } from "@preact/signals";

/** Pixels that a mouse has to travel before it takes over from a pad: tables get bumped. */
const TAKEOVER_PX = 12;

/** Whether a gamepad is the device in use: what it does is written on the screen, and its focus is plain to see. */
export const padUsed = signal(false);

/** Gives way to keyboard, mouse and touch as soon as one of them is used, and tells the style sheets. */
export function watchPadMode(): void {
  let travelled = 0;
  const leave = () => {
    padUsed.value = false;
  };
  const options = { capture: true, passive: true };
  window.addEventListener("pointerdown", (event) => event.isTrusted && leave(), options);
  // What a press of the pad stands for is dispatched as a key, too.
  window.addEventListener("keydown", (event) => event.isTrusted && leave(), options);
  window.addEventListener(
    "pointermove",
    (event) => {
      if (!padUsed.peek()) return;
      travelled += Math.abs(event.movementX) + Math.abs(event.movementY);
      if (travelled > TAKEOVER_PX) leave();
    },
    options,
  );
  effect(() => {
    travelled = 0;
    document.documentElement.toggleAttribute("data-pad", padUsed.value);
  });
}
