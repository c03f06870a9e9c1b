/**
 * A tick as a row of light and dark blocks in a picture, made to survive a video codec: coarse, in grey only, with
 * levels to compare with at both ends and a check that finds what the codec has smeared.
 */

/** Bits of the tick that are carried: at 50 ticks a second they begin again after nearly six hours. */
const TICK_BITS = 20;
const CHECK_BITS = 8;
/** What both ends carry: light and dark in each order, so that a shift by a block is no stamp. */
const START = [true, false] as const;
const END = [false, true] as const;
/** Blocks of a stamp, from left to right. */
export const STAMP_BLOCKS = START.length + TICK_BITS + CHECK_BITS + END.length;
/** Light and dark (0..255) that lie closer together than this are no stamp. */
const LEAST_CONTRAST = 64;

/** The blocks of a tick, true for light. Of ticks beyond 2^20 the lower bits are carried. */
export function stampOf(tick: number): readonly boolean[] {
  const carried = tick % 2 ** TICK_BITS;
  return [...START, ...bits(carried, TICK_BITS), ...bits(check(carried), CHECK_BITS), ...END];
}

/** The lower 20 bits of the tick in a row of levels (0..255), one per block; undefined where the row is damaged. */
export function readStamp(levels: readonly number[]): number | undefined {
  if (levels.length !== STAMP_BLOCKS) return undefined;
  const at = (index: number): number => levels.at(index) ?? 0;
  const light = Math.min(at(0), at(-1));
  const dark = Math.max(at(1), at(-2));
  if (light - dark < LEAST_CONTRAST) return undefined;
  const read = levels.slice(START.length, -END.length).map((level) => level > (light + dark) / 2);
  const carried = numberOf(read.slice(0, TICK_BITS));
  return numberOf(read.slice(TICK_BITS)) === check(carried) ? carried : undefined;
}

/** The whole tick that a stamp stands for: of all that it could be, the one nearest to a tick that is known. */
export function tickOf(carried: number, known: number): number {
  const period = 2 ** TICK_BITS;
  return carried + Math.round((known - carried) / period) * period;
}

/** Mean level (0..255) of the inner part of each block in a row of RGBA pixels `width` wide: edges are smeared. */
export function levelsOf(pixels: ArrayLike<number>, width: number): number[] {
  const height = pixels.length / 4 / width;
  const block = width / STAMP_BLOCKS;
  return Array.from({ length: STAMP_BLOCKS }, (_, index) => {
    let sum = 0;
    let count = 0;
    for (let y = Math.ceil(height * 0.3); y < height * 0.7; y++) {
      for (let x = Math.ceil((index + 0.3) * block); x < (index + 0.7) * block; x++) {
        // Green alone is close enough to how light a grey is.
        sum += pixels[(y * width + x) * 4 + 1] ?? 0;
        count += 1;
      }
    }
    return sum / Math.max(1, count);
  });
}

function bits(value: number, count: number): boolean[] {
  return Array.from({ length: count }, (_, index) => ((value >> (count - 1 - index)) & 1) === 1);
}

function numberOf(row: readonly boolean[]): number {
  return row.reduce((value, bit) => value * 2 + (bit ? 1 : 0), 0);
}

/** CRC-8 with the polynomial 0x07 over the bits of a tick: it finds every one and every two that are wrong. */
function check(carried: number): number {
  let rest = 0xff;
  for (const bit of bits(carried, TICK_BITS)) {
    const carry = ((rest >> 7) & 1) !== Number(bit);
    rest = (rest << 1) & 0xff;
    if (carry) rest ^= 0x07;
  }
  return rest;
}
