import fc from "fast-check";

/** A small change to bytes; what it takes from beyond their end is left out. */
export type Mutation =
  | { readonly kind: "set"; readonly at: number; readonly to: number }
  | { readonly kind: "cut"; readonly at: number }
  | { readonly kind: "insert"; readonly at: number; readonly bytes: readonly number[] }
  | { readonly kind: "double" }
  | { readonly kind: "pad"; readonly count: number };

/** The bytes that decoders stumble over most: ends of ranges, and heads of what is long. */
const INTERESTING = [0, 1, 0x7f, 0x80, 0x8f, 0xc1, 0xc7, 0xd9, 0xdd, 0xdf, 0xfe, 0xff];

const byte = fc.oneof(fc.constantFrom(...INTERESTING), fc.nat(255));
const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant("set" as const), at: fc.nat(40), to: byte }),
  fc.record({ kind: fc.constant("cut" as const), at: fc.nat(40) }),
  fc.record({
    kind: fc.constant("insert" as const),
    at: fc.nat(40),
    bytes: fc.array(byte, { minLength: 1, maxLength: 6 }),
  }),
  fc.record({ kind: fc.constant("double" as const) }),
  fc.record({ kind: fc.constant("pad" as const), count: fc.constantFrom(1, 100, 1023, 1024, 4096, 5000) }),
);

function mutate(bytes: readonly number[], change: Mutation): readonly number[] {
  switch (change.kind) {
    case "set":
      return bytes.map((old, i) => (i === change.at % bytes.length ? change.to : old));
    case "cut":
      return bytes.slice(0, change.at);
    case "insert":
      return [...bytes.slice(0, change.at), ...change.bytes, ...bytes.slice(change.at)];
    case "double":
      return [...bytes, ...bytes];
    case "pad":
      return [...bytes, ...Array<number>(change.count).fill(0)];
  }
}

/** Something valid with one to three small changes: it comes farther than noise. */
export function mutated(valid: fc.Arbitrary<readonly number[]>): fc.Arbitrary<readonly number[]> {
  return fc
    .tuple(valid, fc.array(mutation, { minLength: 1, maxLength: 3 }))
    .map(([bytes, changes]) => changes.reduce(mutate, bytes));
}
