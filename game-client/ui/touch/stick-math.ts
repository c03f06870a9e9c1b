/** A point or a direction on the page, CSS pixels or parts of the stick's radius. */
export interface Point {
  x: number;
  y: number;
}

/** Share of the radius within which the stick rests: a thumb that only lies there does nothing. */
export const DEAD_ZONE = 0.16;

/**
 * The deflection of a stick, each axis -1..1, at most 1 long: 0 within the dead zone, and from its rim
 * growing evenly, so that it does not jump there. `radius` is the travel to full deflection.
 */
export function deflection(from: Point, to: Point, radius: number): Point {
  const x = (to.x - from.x) / radius;
  const y = (to.y - from.y) / radius;
  const length = Math.hypot(x, y);
  if (length <= DEAD_ZONE) return { x: 0, y: 0 };
  const strength = (Math.min(1, length) - DEAD_ZONE) / (1 - DEAD_ZONE);
  return { x: (x / length) * strength, y: (y / length) * strength };
}

/** A zone of a stick: its size, and how far the middle keeps from its edges (CSS pixels). */
export interface Zone {
  readonly width: number;
  readonly height: number;
  /** From the lower and the outer edge, at which the screen may end. */
  readonly margin: number;
  /** From the upper and the inner edge, behind which the buttons are: all that the knob can reach. */
  readonly reach: number;
  /** On which side of the screen the zone is: the other side is its inner one. */
  readonly side: "left" | "right";
}

/**
 * Where the middle of a floating stick comes to lie: under the thumb, but so that neither stick nor knob ever leaves its
 * zone on the sides where the buttons are. In a zone that is too small, those sides go before the others.
 */
export function restWithin(point: Point, { width, height, margin, reach, side }: Zone): Point {
  const keep = (value: number, size: number) => Math.max(reach, Math.min(value, size - margin));
  const x = side === "right" ? keep(point.x, width) : width - keep(width - point.x, width);
  return { x, y: keep(point.y, height) };
}
