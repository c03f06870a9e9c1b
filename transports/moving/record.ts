/** Largest number of a frame: beyond what a seat sends in years. */
const MAX_NUMBER = 2 ** 40;
/** Bytes of the longest record. */
const MAX_BYTES = 6;

/**
 * The handover record: the first thing that each end says over a line that a seat moves to. It is the number of the last frame
 * that the end has; the next one that it is sent over this line has the number behind it. Written as groups of seven bits, the
 * lowest first, each but the last with the high bit set.
 */
export function encodeRecord(received: number): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let left = received;
  for (; left > 0x7f; left = Math.floor(left / 0x80)) bytes.push((left % 0x80) | 0x80);
  return Uint8Array.of(...bytes, left);
}

/** The number that a record says, or undefined when it is none. */
export function decodeRecord(bytes: Uint8Array): number | undefined {
  if (bytes.length === 0 || bytes.length > MAX_BYTES) return undefined;
  let number = 0;
  for (const [i, byte] of bytes.entries()) {
    const isLast = i === bytes.length - 1;
    if (byte < 0x80 !== isLast) return undefined;
    number += (byte & 0x7f) * 0x80 ** i;
  }
  return number > MAX_NUMBER ? undefined : number;
}
