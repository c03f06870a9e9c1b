import { AIM, codeOf, dequantize, POSITION } from "../quantize.ts";

/** Bits of a coordinate that travel each time; those above them say in which of 16 parts of the range it is. */
const LOW_BITS = 12;
const LOW = 2 ** LOW_BITS - 1;
const HIGH = 0xffff - LOW;

/** Where somebody is (tiles) and where they look (radians). */
interface Place {
  x: number;
  y: number;
  aim: number;
}

/**
 * A place as a patch carries it: three fields that change together would name themselves three times. `spot` are the lower
 * bits of x, those of y and the aim, which change with each step; `zone` the upper bits of both, which change every few
 * seconds. A full state has the fields themselves. Nothing is lost: both ends have the same numbers.
 */
export function spotOf({ x, y, aim }: Readonly<Place>): number {
  const low = ((codeOf(POSITION, x) & LOW) << LOW_BITS) | (codeOf(POSITION, y) & LOW);
  return low * 256 + codeOf(AIM, aim);
}

/** See `spotOf`. */
export function zoneOf({ x, y }: Readonly<Place>): number {
  return ((codeOf(POSITION, x) & HIGH) >> 8) | (codeOf(POSITION, y) >> LOW_BITS);
}

/** Of somebody who has just come into the state nothing is known yet. */
function coordinateCode(value: number | undefined): number {
  return value === undefined ? 0 : codeOf(POSITION, value);
}

/** What a page does with a folded place that comes in. */
export const PLACE_ACCESSORS: Record<"spot" | "zone", PropertyDescriptor & ThisType<Place>> = {
  spot: {
    set(spot: number) {
      const low = Math.floor(spot / 256);
      this.x = dequantize(POSITION, (coordinateCode(this.x) & HIGH) | (low >> LOW_BITS));
      this.y = dequantize(POSITION, (coordinateCode(this.y) & HIGH) | (low & LOW));
      this.aim = dequantize(AIM, spot % 256);
    },
  },
  zone: {
    set(zone: number) {
      this.x = dequantize(POSITION, ((zone << 8) & HIGH) | (coordinateCode(this.x) & LOW));
      this.y = dequantize(POSITION, ((zone << LOW_BITS) & HIGH) | (coordinateCode(this.y) & LOW));
    },
  },
};
