import { BUTTONS_UPRIGHT, buttonsOf, STICKS } from "./edge-room.ts";
import type { Box, Vector } from "./maths/edge.ts";

/** Signs keep this much (CSS pixels) more of distance to the buttons than the own character needs. */
const NEARER = 10;

/**
 * Where the own character is to be seen in a picture of half this size with sticks for thumbs (CSS pixels from the middle): under
 * no stick and no button, wherever in the arena it is.
 */
export function clearOf(half: Vector): Box {
  if (half.x < half.y) {
    const [, high] = BUTTONS_UPRIGHT.y;
    return { left: -half.x, right: half.x, top: -half.y, bottom: half.y - high + NEARER };
  }
  const [, stick] = STICKS[0].x;
  const [, buttons] = buttonsOf(half.x).x;
  return { left: stick - half.x, right: half.x - buttons + NEARER, top: -half.y, bottom: half.y };
}

/** What thumbs leave free of a picture; looked up only when its size changes. */
export class ClearOfThumbs {
  // Fingers may play here at any time.
  readonly isOn = matchMedia("(any-pointer: coarse)").matches;
  readonly #half = { x: 0, y: 0 };
  #box: Box | undefined;

  /** Of a picture of this size (device pixels), where a CSS pixel has `density` of those; undefined where no fingers play. */
  of({ width, height }: { width: number; height: number }, density: number): Box | undefined {
    if (!this.isOn) return undefined;
    const half = this.#half;
    const x = width / density / 2;
    const y = height / density / 2;
    if (this.#box !== undefined && half.x === x && half.y === y) return this.#box;
    half.x = x;
    half.y = y;
    this.#box = clearOf(half);
    return this.#box;
  }
}
