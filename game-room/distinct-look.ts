import { LOOKS, packLook, unpackLook } from "#shared/look.ts";

/** Whether two looks have the same colour, which is what tells players apart first. */
export function sameColor(a: number, b: number): boolean {
  return unpackLook(a).color === unpackLook(b).color;
}

/**
 * The wanted look if nobody else has its colour, or the same in the nearest colour that is free. Once all colours are
 * taken, the nearest colour and pattern that nobody has together; in a crowd that has them all, the wanted look.
 */
export function distinctLook(wanted: number, taken: readonly number[]): number {
  const look = unpackLook(wanted);
  const others = taken.map(unpackLook);
  const near = nearestColors(look.color);
  const free = near.find((color) => others.every((other) => other.color !== color));
  if (free !== undefined) return packLook({ ...look, color: free });
  for (const color of near) {
    for (let turn = 0; turn < LOOKS.patterns; turn++) {
      const pattern = (look.pattern + turn) % LOOKS.patterns;
      if (others.every((other) => other.color !== color || other.pattern !== pattern)) {
        return packLook({ ...look, color, pattern });
      }
    }
  }
  return packLook(look);
}

/** All colours, beginning with this one, then its neighbours in the palette, which is a circle. */
function nearestColors(color: number): number[] {
  const steps = Array.from(
    { length: LOOKS.colors },
    (_, turn) => Math.ceil(turn / 2) * (turn % 2 === 0 ? -1 : 1),
  );
  return steps.map((step) => (color + step + LOOKS.colors) % LOOKS.colors);
}
