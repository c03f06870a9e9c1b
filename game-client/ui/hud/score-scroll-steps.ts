import { DEAD_ZONE } from "../../input/gamepad.ts";

/** Speed of the scrolling at full deflection of the stick (CSS pixels a second): a screen in about a second. */
const FULL_SPEED = 700;

/** Pages that a key scrolls a table of scores by; undefined for a key that does not scroll it. */
export function pagesOfKey(code: string): number | undefined {
  switch (code) {
    case "PageDown":
      return 0.8;
    case "PageUp":
      return -0.8;
    case "Home":
      return -1000;
    case "End":
      return 1000;
    default:
      return undefined;
  }
}

/** How fast a deflection (-1..1, down is positive) of the right stick scrolls (CSS pixels a second). */
export function stickSpeed(deflection: number): number {
  return Math.abs(deflection) <= DEAD_ZONE ? 0 : deflection * FULL_SPEED;
}
