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
export function isInSight(place: Vector, half: Vector, slack: number): boolean {
  return Math.abs(place.x) <= half.x + slack && Math.abs(place.y) <= half.y + slack;
}

/**
 * Where the way from the middle of the picture to a place ends inside `frame`: there, or before the box of `taken`
 * that it would end in. Boxes nearer to the middle come last.
 */
export function edgePoint(place: Vector, frame: Box, taken: readonly Box[]): Vector {
  let part = Math.min(1, span(place, frame)[1]);
  for (const box of taken) {
    const [from, to] = span(place, box);
    if (from < part && part < to) part = Math.max(0, from);
  }
  return { x: place.x * part, y: place.y * part };
}

/** From which to which part of the way to a place it is inside a box; the first is the larger one where it misses it. */
function span({ x, y }: Vector, { left, right, top, bottom }: Box): [from: number, to: number] {
  const [fromX, toX] = slab(x, left, right);
  const [fromY, toY] = slab(y, top, bottom);
  return [Math.max(fromX, fromY), Math.min(toX, toY)];
}

/** The same between two parallel lines. */
function slab(way: number, low: number, high: number): [from: number, to: number] {
  if (way > 0) return [low / way, high / way];
  if (way < 0) return [high / way, low / way];
  const forever = Number.POSITIVE_INFINITY;
  return low < 0 && high > 0 ? [-forever, forever] : [forever, -forever];
}
