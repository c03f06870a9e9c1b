import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";

const MEADOW: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../assets/arenas/meadow.tmj"), "utf8"),
);

/** A value for another one, somewhere in a tree: the steps choose the way down. */
interface Edit {
  readonly steps: readonly number[];
  readonly value: unknown;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  steps: fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }),
  value: fc.oneof(
    fc.constantFrom<unknown>(null, -1, 0, 1e9, 0.5, "", "x", [], {}, true, 2 ** 31, Number.NaN),
    fc.jsonValue({ maxDepth: 1 }),
  ),
});

function edited(tree: unknown, [step, ...rest]: readonly number[], value: unknown): unknown {
  if (step === undefined || typeof tree !== "object" || tree === null) return value;
  const keys = Object.keys(tree);
  const chosen = keys[step % Math.max(1, keys.length)];
  const changed = Object.entries(tree).map(([key, child]) => [
    key,
    key === chosen ? edited(child, rest, value) : child,
  ]);
  return Array.isArray(tree) ? changed.map(([, child]) => child) : Object.fromEntries(changed);
}

/** The map of an arena with one to three values changed. */
export const arena: fc.Arbitrary<unknown> = fc
  .array(edit, { minLength: 1, maxLength: 3 })
  .map((edits) => edits.reduce((tree, { steps, value }) => edited(tree, steps, value), MEADOW));
