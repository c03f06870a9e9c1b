import type { Direction } from "../../input/menu-pad.ts";

/** A rectangle on the page (CSS pixels), as `getBoundingClientRect` gives it. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How much worse a pixel beside the way is than a pixel along it. */
const ASIDE = 3;
/** Between two that are equally near, the one that is better aligned wins: pixels of the middles count by this. */
const ALIGNMENT = 0.1;

/**
 * The index of the box that lies next in a direction, or undefined when nothing lies there. A box lies in a direction when
 * it begins beyond the middle of `from` and its own middle is farther on; the nearest edge wins, and boxes straight
 * ahead win over boxes beside the way.
 */
export function nextInDirection(from: Box, boxes: readonly Box[], direction: Direction): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  const start = along(from, direction);
  for (const [index, box] of boxes.entries()) {
    const span = along(box, direction);
    if (span.near < start.middle || span.middle <= start.middle) continue;
    const aside = Math.max(0, span.low - start.high, start.low - span.high);
    const cost =
      Math.max(0, span.near - start.far) + ASIDE * aside + ALIGNMENT * Math.abs(span.across - start.across);
    if (cost >= least) continue;
    least = cost;
    best = index;
  }
  return best;
}

/** A box as seen by somebody who walks in a direction: where it begins, its middle and end, and its extent across. */
function along({ left, top, right, bottom }: Box, direction: Direction) {
  const sideways = direction === "left" || direction === "right";
  const [begin, end, low, high] = sideways ? [left, right, top, bottom] : [top, bottom, left, right];
  const forwards = direction === "right" || direction === "down";
  return {
    near: forwards ? begin : -end,
    middle: ((begin + end) / 2) * (forwards ? 1 : -1),
    far: forwards ? end : -begin,
    low,
    high,
    across: (low + high) / 2,
  };
}
