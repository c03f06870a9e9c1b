/** How a character looks. Colour tells players apart at a glance, the pattern does so without colour. */
export interface Look {
  /** Index into the palette, 0..`LOOKS.colors - 1`. */
  color: number;
  /** Index of the mark on the body, 0..`LOOKS.patterns - 1`. */
  pattern: number;
  /** Index of the hat, 0 for none, up to `LOOKS.hats - 1`. */
  hat: number;
}

/** How many of each there are. Sprites exist for all of them: see assets/README.md. */
export const LOOKS = { colors: 12, patterns: 6, hats: 8 } as const;

/** A look as the 16-bit number that travels: 4 bits colour, 4 bits pattern, 4 bits hat. */
export function packLook(look: Look): number {
  return (look.color & 15) | ((look.pattern & 15) << 4) | ((look.hat & 15) << 8);
}

/** The look behind any number at all; what does not exist wraps around to something that does. */
export function unpackLook(packed: number): Look {
  const bits = Number.isFinite(packed) ? packed >>> 0 : 0;
  return {
    color: (bits & 15) % LOOKS.colors,
    pattern: ((bits >> 4) & 15) % LOOKS.patterns,
    hat: ((bits >> 8) & 15) % LOOKS.hats,
  };
}
