import type { PracticePage } from "./practice-page.ts";

/** Runs about in squares, pushes, dashes and braces. */
export function allOver(page: PracticePage) {
  const tick = page.world.tick;
  const side = Math.floor(tick / 20) % 4;
  return {
    moveX: [1, 0, -1, 0][side] ?? 0,
    moveY: [0, 1, 0, -1][side] ?? 0,
    aim: (tick % 80) / 14,
    push: tick % 50 < 30,
    dash: tick % 97 === 0,
    brace: tick % 130 < 12,
  };
}
