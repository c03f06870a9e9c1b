import type { PadLike } from "./gamepad.ts";

/** The gamepads of this moment; none where the browser has no such thing, or keeps it from this page. */
export function readPads(): readonly (PadLike | null)[] {
  try {
    return navigator.getGamepads();
  } catch {
    return [];
  }
}
