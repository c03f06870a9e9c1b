import fc from "fast-check";
import { mutated } from "./mutations.ts";

function unsigned(value: number, width: 2 | 4): number[] {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value % 2 ** 32);
  return [...bytes.subarray(4 - width)];
}

/** A datagram with one piece for each frame, the first of which has this number. */
export function datagramOf(number: number, first: number, frames: readonly (readonly number[])[]): number[] {
  const pieces = frames.flatMap((frame) => [...unsigned(frame.length, 2), ...frame]);
  return [
    ...unsigned(number & 0xffff, 2),
    ...unsigned(0, 4),
    ...unsigned(0, 4),
    ...unsigned(frames.length === 0 ? 0 : first, 4),
    ...pieces,
  ];
}

const number = fc.oneof(fc.nat(4), fc.constantFrom(2048, 2049, 0x7fff, 0x8000, 0xffff, 2 ** 31, 2 ** 32 - 1));

/** Datagrams that lie: pieces far ahead, twice, without an end, acknowledgements of what was never sent. */
export const oddDatagram: fc.Arbitrary<readonly number[]> = fc
  .tuple(
    number,
    number,
    number,
    number,
    fc.array(fc.tuple(number, fc.uint8Array({ maxLength: 30 })), { maxLength: 4 }),
  )
  .map(([own, echo, ack, first, pieces]) => [
    ...unsigned(own, 2),
    ...unsigned(echo, 2),
    ...unsigned(echo, 2),
    ...unsigned(ack, 4),
    ...unsigned(first, 4),
    ...pieces.flatMap(([said, bytes]) => [
      ...unsigned(said > 4 ? said : bytes.length | (said === 4 ? 0x8000 : 0), 2),
      ...bytes,
    ]),
  ]);

/** Any of them, and honest ones with small changes. */
export function datagram(frame: fc.Arbitrary<readonly number[]>): fc.Arbitrary<readonly number[]> {
  const honest = fc
    .tuple(fc.nat(9), number, fc.array(frame, { maxLength: 3 }))
    .map(([own, first, frames]) => datagramOf(own, first, frames));
  return fc.oneof(oddDatagram, honest, mutated(honest));
}

/** Messages of the reliable channel: pieces, good-byes, and what is neither. */
export const reliable: fc.Arbitrary<readonly number[]> = fc.oneof(
  fc
    .tuple(fc.constantFrom(0, 2), number, fc.uint8Array({ maxLength: 40 }))
    .map(([kind, place, bytes]) => [kind, ...unsigned(place, 4), ...bytes]),
  fc
    .tuple(fc.nat(0xffff), fc.uint8Array({ maxLength: 140 }))
    .map(([code, reason]) => [1, ...unsigned(code, 2), ...reason]),
  fc.uint8Array({ maxLength: 20 }).map((bytes) => [...bytes]),
);
