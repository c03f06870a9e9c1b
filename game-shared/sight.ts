import { INTEREST } from "./tunables.ts";

/** What the camera of a character looks at: the character, but not too near to the rim of the arena (tiles). */
export function middleOfView(
  arena: { readonly width: number; readonly height: number },
  { x, y }: { readonly x: number; readonly y: number },
): { x: number; y: number } {
  return { x: within(x, arena.width), y: within(y, arena.height) };
}

function within(place: number, size: number): number {
  return Math.max(INTEREST.rim, Math.min(size - INTEREST.rim, place));
}

/** Distance along the axis on which it is larger (tiles): what is in sight is a square. */
export function distance(
  a: { readonly x: number; readonly y: number },
  b: { readonly x: number; readonly y: number },
): number {
  return Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
}
