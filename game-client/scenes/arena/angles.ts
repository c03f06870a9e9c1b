import { type Arena, DIRECTIONS } from "#shared/arena/arena.ts";

/** Where a conveyor or a spring points. */
export function directionOf(arena: Arena, index: number): { x: number; y: number; angle: number } {
  const direction = DIRECTIONS[arena.directions[index] ?? 0] ?? DIRECTIONS[0];
  return { x: direction.x, y: direction.y, angle: Math.atan2(direction.y, direction.x) };
}
