import { type Arena, directionOf } from "#shared/arena/arena.ts";

/** Where a conveyor or a spring points. */
export function pointingOf(arena: Arena, index: number): { x: number; y: number; angle: number } {
  const { x, y } = directionOf(arena, index);
  return { x, y, angle: Math.atan2(y, x) };
}
