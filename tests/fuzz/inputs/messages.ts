import fc from "fast-check";

/** Bytes of a number in network order, 1, 2 or 4 of them. */
function bigEndian(value: number, bytes: 1 | 2 | 4): number[] {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, value);
  return [...new Uint8Array(view.buffer).subarray(4 - bytes)];
}

/** Halves of characters, ends of lines, names that every object has, and the longest that fits. */
const TEXTS: readonly (readonly number[])[] = [
  [],
  [...Buffer.from("__proto__")],
  [...Buffer.from("constructor")],
  [...Buffer.from("hasOwnProperty")],
  [0xed, 0xa0, 0x80],
  [0xff, 0xfe],
  [0xc3],
  [0x00],
  [...Buffer.from("\r\n")],
  [...Buffer.alloc(250, 0x61)],
];

const text = fc.oneof(fc.constantFrom(...TEXTS), fc.uint8Array({ maxLength: 12 }).map(Array.from<number>));

/** Numbers that break arithmetic: not a number, without end, below zero, too small, too large. */
const numbers = fc.oneof(
  fc.integer({ min: 0, max: 0x7f }).map((n) => [n]),
  fc.integer({ min: 0xe0, max: 0xff }).map((n) => [n]),
  fc.tuple(fc.constantFrom(0xcc, 0xd0), fc.nat(255)).map(([head, n]) => [head, n]),
  fc.tuple(fc.constantFrom(0xcd, 0xd1), fc.nat(0xffff)).map(([head, n]) => [head, ...bigEndian(n, 2)]),
  fc
    .tuple(fc.constantFrom(0xce, 0xd2, 0xca), fc.nat(0xffffffff))
    .map(([head, n]) => [head, ...bigEndian(n, 4)]),
  fc
    .constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 5e-324, 1e308, 2 ** 63)
    .map((value) => {
      const view = new DataView(new ArrayBuffer(8));
      view.setFloat64(0, value);
      return [0xcb, ...new Uint8Array(view.buffer)];
    }),
  fc
    .tuple(fc.constantFrom(0xcf, 0xd3), fc.uint8Array({ minLength: 8, maxLength: 8 }))
    .map(([head, bytes]) => [head, ...bytes]),
);

/** A length that is true, or says more, as far as the width of its field goes. */
const lie = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.constantFrom(1, 0x7f, 0xff, 0xffff, 0x7fffffff, 0xffffffff) },
);

/** Heads of texts, bytes and extensions in all their widths, most with as many bytes as they say. */
const long = fc
  .tuple(
    fc.constantFrom<readonly [number, 1 | 2 | 4, boolean]>(
      [0xd9, 1, false],
      [0xda, 2, false],
      [0xdb, 4, false],
      [0xc4, 1, false],
      [0xc5, 2, false],
      [0xc6, 4, false],
      [0xc7, 1, true],
      [0xc8, 2, true],
      [0xc9, 4, true],
    ),
    text,
    lie,
    fc.nat(255),
  )
  .map(([[head, width, isExtension], body, said, type]) => [
    head,
    ...bigEndian(said ?? body.length, width),
    ...(isExtension ? [type] : []),
    ...body,
  ]);

/** Extensions of a fixed size, of which the type -1 is a moment in time. */
const fixed = fc
  .tuple(fc.nat(4), fc.constantFrom(0xff, 0, 1, 0x62, 0x70, 0x72, 0x74), fc.uint8Array({ maxLength: 16 }))
  .map(([power, type, body]) => [0xd4 + power, type, ...body]);

const plain = fc.oneof(
  fc.constantFrom(0xc0, 0xc1, 0xc2, 0xc3).map((head) => [head]),
  numbers,
  text.map((bytes) => [0xa0 | Math.min(31, bytes.length), ...bytes]),
  long,
  fixed,
);

/** One in another, in another, and so on: a decoder that calls itself runs out of stack. */
const deep = fc
  .tuple(fc.constantFrom([0x91], [0x81, 0xa1, 0x61], [0xdd, 0, 0, 0, 1]), fc.nat(900))
  .map(([head, times]) => Array.from({ length: times }, () => head).flat());

const { value } = fc.letrec<{ value: number[] }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { weight: 8, arbitrary: plain },
    { weight: 1, arbitrary: deep },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(0x90, 0x80), fc.array(tie("value"), { maxLength: 4 }), fc.nat(15))
        .map(([head, items, said]) => [head | said, ...items.flat()]),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(0xdc, 0xdd, 0xde, 0xdf), fc.nat(0xffffffff), tie("value"))
        .map(([head, said, item]) => [head, ...bigEndian(said, head % 2 === 0 ? 2 : 4), ...item]),
    },
  ),
}));

/** What stands where a message has its payload: MessagePack of all kinds, true to its form or not. */
export const payload: fc.Arbitrary<readonly number[]> = value;
