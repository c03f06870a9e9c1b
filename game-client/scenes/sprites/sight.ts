/** What a camera sees (tiles). */
export interface Sight {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Whether something at a place reaches into sight, when no part of it is farther from there than `reach` (all tiles). */
export function reachesSight(sight: Sight, x: number, y: number, reach: number): boolean {
  return (
    x + reach >= sight.x &&
    x - reach <= sight.x + sight.width &&
    y + reach >= sight.y &&
    y - reach <= sight.y + sight.height
  );
}
