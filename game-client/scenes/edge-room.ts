import { mapPlace } from "./map-place.ts";
import type { Box, Vector } from "./maths/edge.ts";
import { clamp } from "./maths/motion.ts";

/** Free at the edges for the HUD (CSS pixels). */
const ROOM = { side: 34, up: 96, down: 132 } as const;

/** A piece of the page: which corner it belongs to, and how far from that corner's sides it begins and ends (CSS pixels). */
interface Piece {
  readonly side: "left" | "right";
  readonly end: "up" | "down";
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** Table and feed, where there is room for them and where the window is upright. */
const WIDE: readonly Piece[] = [
  { side: "left", end: "up", x: [0, 250], y: [0, 160] },
  { side: "right", end: "up", x: [0, 260], y: [0, 170] },
];
const UPRIGHT: readonly Piece[] = [
  { side: "left", end: "up", x: [0, 130], y: [0, 160] },
  { side: "right", end: "up", x: [0, 130], y: [0, 200] },
];
/** Free between the map and a sign (CSS pixels). */
const BESIDE_MAP = 24;
/** Sticks of the thumbs, and the buttons: `touch.css` has their places. */
export const STICKS = [
  { side: "left", end: "down", x: [0, 180], y: [0, 190] },
  { side: "right", end: "down", x: [0, 180], y: [0, 190] },
] as const satisfies readonly Piece[];
export const BUTTONS_UPRIGHT: Piece = { side: "right", end: "down", x: [0, 194], y: [0, 345] };

/** What one's own panel and its face take of the lower side where keys are used: half of its width, and its height (CSS pixels). */
const OWN = { half: 128, high: 178 } as const;

/** What is free: inside `frame`, and not in what is `taken` (CSS pixels from the middle). */
export interface Room {
  readonly frame: Box;
  readonly taken: readonly Box[];
}

/** What the page leaves free of a picture of half this size (CSS pixels), as `partInside` wants it. */
export function roomOf(half: Vector, hasMap: boolean, byTouch: boolean): Room {
  const upright = half.x < half.y;
  const pieces = [...(upright ? UPRIGHT : WIDE)];
  if (hasMap) pieces.push(mapPiece(byTouch));
  if (byTouch) pieces.push(...STICKS, upright ? BUTTONS_UPRIGHT : buttonsOf(half.x));
  const side = half.x - ROOM.side;
  return {
    frame: { left: -side, right: side, top: ROOM.up - half.y, bottom: half.y - ROOM.down },
    taken: [...(byTouch ? [] : [ownPanel(half)]), ...pieces.map((piece) => boxOf(piece, half))],
  };
}

function mapPiece(byTouch: boolean): Piece {
  const { side, left, above } = mapPlace(false, byTouch);
  const reach = side + BESIDE_MAP;
  return { side: "left", end: "down", x: [0, left + reach], y: [0, above + reach] };
}

function ownPanel({ y }: Vector): Box {
  return { left: -OWN.half, right: OWN.half, top: y - OWN.high, bottom: y };
}

/** The buttons beside the right stick, in a window of this half width (CSS pixels). */
export function buttonsOf(half: number): Piece {
  const right = clamp(half - 130, 154, 254);
  return { side: "right", end: "down", x: [right - 28, right + 96], y: [0, 224] };
}

function boxOf({ side, end, x, y }: Piece, half: Vector): Box {
  const [nearX, farX] = [half.x - x[0], half.x - x[1]];
  const [nearY, farY] = [half.y - y[0], half.y - y[1]];
  const [left, right] = side === "left" ? [-nearX, -farX] : [farX, nearX];
  const [top, bottom] = end === "up" ? [-nearY, -farY] : [farY, nearY];
  return { left, right, top, bottom };
}
