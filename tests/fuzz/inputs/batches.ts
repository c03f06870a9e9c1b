import fc from "fast-check";
import { mutated } from "./mutations.ts";

/** A number as batches have it: seven bits to a byte, lowest first. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  for (; left > 0x7f; left = Math.floor(left / 0x80)) bytes.push((left % 0x80) | 0x80);
  return [...bytes, left];
}

/** A frame as a record of a batch. */
function record(bytes: readonly number[]): number[] {
  return [...varint(bytes.length * 2), ...bytes];
}

/** A batch with these frames, the first of which has this number. */
export function batchOf(ack: number, first: number, frames: readonly (readonly number[])[]): number[] {
  return [...varint(ack), ...varint(first), ...frames.flatMap(record)];
}

/** Numbers at the ends of what batches take, and beyond. */
export const counter = fc.oneof(
  fc.nat(3),
  fc.constantFrom(0x7f, 0x80, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 35, 2 ** 53),
);

const close = fc
  .tuple(fc.nat(0xffff), fc.uint8Array({ maxLength: 130 }))
  .map(([code, reason]) => [...varint((2 + reason.length) * 2 + 1), code >> 8, code & 255, ...reason]);
const empty = fc.nat(500).map((count) => Array<number>(count).fill(0));
const endless = fc.nat(12).map((count) => [...Array<number>(count).fill(0x80), 1]);

/**
 * Batches that lie: about what arrived, where they begin and how long their records are; with gaps, repetitions, hundreds
 * of empty records, good-byes in the middle, numbers without an end.
 */
export const oddBatch: fc.Arbitrary<readonly number[]> = fc
  .tuple(
    counter,
    counter,
    fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 20 }).map((bytes) => record([...bytes])),
        close,
        empty,
        endless,
        counter.map(varint),
      ),
      { maxLength: 5 },
    ),
  )
  .map(([ack, first, records]) => [...varint(ack), ...varint(first), ...records.flat()]);

/** Any of them, and honest ones with small changes. */
export function batch(frame: fc.Arbitrary<readonly number[]>): fc.Arbitrary<readonly number[]> {
  const honest = fc
    .tuple(counter, fc.array(frame, { maxLength: 3 }))
    .map(([first, frames]) => batchOf(0, first, frames));
  return fc.oneof(oddBatch, honest, mutated(honest));
}
