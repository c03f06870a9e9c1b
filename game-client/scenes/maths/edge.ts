/** A place in the picture, or a way through it; any unit. */
export interface Vector {
  readonly x: number;
  readonly y: number;
}

/** A rectangle, by its sides, as seen from the middle of the picture: up and left are negative. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Whether a place, as seen from the middle of a picture of half this size, is in it, or at most `slack` beyond. */
export function isInSight(x: number, y: number, half: Vector, slack: number): boolean {
  return Math.abs(x) <= half.x + slack && Math.abs(y) <= half.y + slack;
}

/**
 * Where the way from the middle of the picture to a place ends inside `frame`, as a part of it: there, or before the box of
 * `taken` that it would end in. Boxes nearer to the middle come last.
 */
export function partInside(x: number, y: number, frame: Box, taken: readonly Box[]): number {
  let part = Math.min(1, leaves(x, y, frame));
  for (let i = 0; i < taken.length; i++) {
    const box = taken[i];
    if (box === undefined) continue;
    const from = enters(x, y, box);
    if (from < part && part < leaves(x, y, box)) part = Math.max(0, from);
  }
  return part;
}

/** From which part of the way to a place on it is inside a box, and up to which; the first is the larger one where it misses it. */
function enters(x: number, y: number, { left, right, top, bottom }: Box): number {
  return Math.max(entersBetween(x, left, right), entersBetween(y, top, bottom));
}

function leaves(x: number, y: number, { left, right, top, bottom }: Box): number {
  return Math.min(leavesBetween(x, left, right), leavesBetween(y, top, bottom));
}

/** The same between two parallel lines. */
function entersBetween(way: number, low: number, high: number): number {
  if (way > 0) return low / way;
  if (way < 0) return high / way;
  return low < 0 && high > 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

function leavesBetween(way: number, low: number, high: number): number {
  if (way > 0) return high / way;
  if (way < 0) return low / way;
  return low < 0 && high > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}
