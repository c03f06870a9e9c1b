/** The two sets of character colours; which one is used is a setting of the viewer, not of the player. */
export type PaletteName = "vivid" | "safe";

/** What the colours are called, in the order of `Look.color`. */
export const COLOR_NAMES = [
  "Cherry",
  "Tangerine",
  "Sun",
  "Lime",
  "Emerald",
  "Lagoon",
  "Sky",
  "Royal",
  "Violet",
  "Candy",
  "Snow",
  "Night",
] as const;

/**
 * Main colours by palette, `#rrggbb`, in the order of `Look.color`. "vivid" is tuned for looks. "safe" keeps
 * every pair at least 0.1 apart in OKLab for normal, protan, deutan and tritan eyes (simulated after Machado,
 * Oliveira and Fernandes 2009 at full severity), where the closest pair of "vivid" is 0.004 apart.
 */
export const PALETTES: Readonly<Record<PaletteName, readonly string[]>> = {
  vivid: [
    "#ff4d5e",
    "#ff9233",
    "#ffd43b",
    "#a8e034",
    "#2fc46e",
    "#16b9b3",
    "#4cc4ff",
    "#3f6cff",
    "#8f5cff",
    "#f663cf",
    "#f6f3ea",
    "#4c5273",
  ],
  safe: [
    "#b3210a",
    "#c67a10",
    "#ffdf2b",
    "#cdb24c",
    "#1a6b7c",
    "#2aa59d",
    "#98d8e0",
    "#12398f",
    "#8a1fd6",
    "#ff58f2",
    "#f0fdfd",
    "#141a30",
  ],
};

/** Marks on the body in the order of `Look.pattern`: each is a sprite `pattern-<id>`. */
export const PATTERNS = ["belly", "stripes", "spots", "split", "bands", "zigzag"] as const;

/** Hats in the order of `Look.hat`: each but "none" is a sprite `hat-<id>`. */
export const HATS = ["none", "cap", "crown", "beanie", "top", "horns", "party", "leaf"] as const;

/** The tones that one main colour is drawn with. */
export interface Tones {
  readonly main: string;
  readonly shade: string;
  readonly light: string;
  readonly line: string;
  readonly mark: string;
}

/** Colour of outlines that belong to no colour, and what shades lean towards. */
export const INK = "#1d2145";
const SHADE = "#2b1f6b";
const WHITE = "#ffffff";
/** Body of somebody whose connection is lost. */
const GREY = "#9aa0b5";
/** Above this lightness (0..1) a mark is darker than the body, below it is lighter. */
const MARK_FLIP = 0.78;

/** Tones of a colour index; an index that does not exist (-1) gives the grey of the disconnected. */
export function tonesOf(palette: PaletteName, color: number): Tones {
  const main = PALETTES[palette][color] ?? GREY;
  const bright = lightness(main) > MARK_FLIP;
  return {
    main,
    shade: mix(main, SHADE, 0.34),
    light: mix(main, WHITE, 0.45),
    line: mix(main, INK, 0.8),
    mark: bright ? mix(main, SHADE, 0.4) : mix(main, WHITE, 0.72),
  };
}

/** Mixes two colours `#rrggbb`; `share` (0..1) is how much of the second is in the result. */
export function mix(first: string, second: string, share: number): string {
  const a = channels(first);
  const b = channels(second);
  const part = (index: 0 | 1 | 2) =>
    Math.round(a[index] + (b[index] - a[index]) * share)
      .toString(16)
      .padStart(2, "0");
  return `#${part(0)}${part(1)}${part(2)}`;
}

/** `#rrggbb` as a number, as renderers want it. */
export function colorNumber(hex: string): number {
  return Number.parseInt(hex.slice(1), 16);
}

function channels(hex: string): [number, number, number] {
  const value = colorNumber(hex);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Rec. 709 luma, 0..1. */
function lightness(hex: string): number {
  const [r, g, b] = channels(hex);
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}
