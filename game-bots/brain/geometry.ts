/** A point (tiles) or a direction. */
export interface Vector {
  readonly x: number;
  readonly y: number;
}

/** Distance (tiles) between two points. */
export function distanceBetween(a: Vector, b: Vector): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** Direction (radians) from one point to another. */
export function bearing(from: Vector, to: Vector): number {
  return Math.atan2(to.y - from.y, to.x - from.x);
}

/** The shorter way from one angle to another, -pi..pi. */
export function turnTo(from: number, to: number): number {
  const turn = (to - from) % (2 * Math.PI);
  if (turn > Math.PI) return turn - 2 * Math.PI;
  return turn < -Math.PI ? turn + 2 * Math.PI : turn;
}

/** A vector of the same direction that is no longer than 1. */
export function atMostUnit(x: number, y: number): Vector {
  const length = Math.hypot(x, y);
  return length > 1 ? { x: x / length, y: y / length } : { x, y };
}

/** A vector turned by an angle (radians). */
export function rotate(vector: Vector, angle: number): Vector {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return { x: vector.x * cos - vector.y * sin, y: vector.x * sin + vector.y * cos };
}
