import { INTEREST } from "./tunables.ts";

/** A place on a map of the whole arena (tiles): the middle of the square that somebody is in. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

const LAST = 255;

/**
 * Where everybody is, roughly: two bytes for each, the column and the row of a square of `INTEREST.spotSize`. Nobody is
 * named, and no more is told: who is out of sight cannot be aimed at.
 */
export function packSpots(players: Iterable<Spot>): Uint8Array {
  const bytes: number[] = [];
  for (const { x, y } of players) bytes.push(square(x), square(y));
  return Uint8Array.from(bytes);
}

/** The places behind packed bytes; half a pair at the end is nobody. */
export function unpackSpots(bytes: ArrayLike<number>): Spot[] {
  const spots: Spot[] = [];
  for (let i = 0; i + 1 < bytes.length; i += 2) spots.push({ x: middle(bytes[i]), y: middle(bytes[i + 1]) });
  return spots;
}

function square(place: number): number {
  return Math.max(0, Math.min(LAST, Math.floor(place / INTEREST.spotSize)));
}

function middle(index = 0): number {
  return (index + 0.5) * INTEREST.spotSize;
}
