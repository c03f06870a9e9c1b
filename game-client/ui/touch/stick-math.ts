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

/** Where the middle of a floating stick comes to lie: under the thumb, but wholly within its zone. */
export function restWithin(point: Point, width: number, height: number, margin: number): Point {
  const clamp = (value: number, size: number) =>
    Math.max(Math.min(margin, size / 2), Math.min(value, size - Math.min(margin, size / 2)));
  return { x: clamp(point.x, width), y: clamp(point.y, height) };
}
