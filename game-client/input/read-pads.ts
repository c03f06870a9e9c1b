import type { PadLike } from "./gamepad.ts";

/**
 * To ask the browser for gamepads takes long. While none is plugged in they are looked for when it tells of one, and this
 * often (ms) besides.
 */
const LOOK_EVERY_MS = 100;
const NONE: readonly (PadLike | null)[] = [];
let lookAt = 0;
window.addEventListener("gamepadconnected", () => {
  lookAt = 0;
});

/** The gamepads of this moment; none where the browser has no such thing, or keeps it from this page. */
export function readPads(): readonly (PadLike | null)[] {
  const now = performance.now();
  if (now < lookAt) return NONE;
  const pads = askForPads();
  if (pads.some((pad) => pad !== null)) return pads;
  lookAt = now + LOOK_EVERY_MS;
  return NONE;
}

function askForPads(): readonly (PadLike | null)[] {
  try {
    return navigator.getGamepads();
  } catch {
    return NONE;
  }
}
