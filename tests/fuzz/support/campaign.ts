import fc from "fast-check";
import { NIGHTLY } from "../../support/nightly.ts";
import { path, seed } from "./settings.ts";

/** Inputs of a kind, and what is done with them. */
export interface Campaign<Input> {
  /** What a failure calls it: the name of its test. */
  readonly name: string;
  readonly input: fc.Arbitrary<Input>;
  /** Most inputs that are sent at once. */
  readonly atOnce: number;
  /** Sends them. Throws when the server took harm, and is ready for the next ones all the same. */
  readonly run: (inputs: readonly Input[]) => Promise<void> | void;
  /** Whether that was enough. */
  readonly isDone: () => boolean;
  /** No round begins after this long (ms). */
  readonly mostMs: number;
}

/** Runs of a round: a failure says by which seed the dice of its round begin. */
const RUNS = 10;
/** Time (ms) that a round may take, the search for the smallest input included. */
const ROUND_MS = 120_000;

/**
 * Sends inputs, a few at once, until it is enough.
 * @throws Error with the smallest input that does harm, and how to send it again.
 */
export async function campaign<Input>({
  name,
  input,
  atOnce,
  run,
  isDone,
  mostMs,
}: Campaign<Input>): Promise<void> {
  const began = performance.now();
  const inputs = fc.array(input, { minLength: 1, maxLength: atOnce, size: "max" });
  const property = fc.asyncProperty(inputs, async (some) => run(some));
  for (let round = 0; ; round++) {
    const result = await fc.check(property, {
      seed: seed + round,
      numRuns: RUNS,
      interruptAfterTimeLimit: ROUND_MS,
      ...(path === undefined ? {} : { path }),
    });
    if (result.counterexample !== null) throw failure(name, result);
    if (path !== undefined || isDone() || performance.now() > began + mostMs) break;
  }
  if (NIGHTLY) console.log(`${name}: ${Math.round((performance.now() - began) / 1000)} s, seed ${seed}`);
}

function failure<Input>(name: string, result: fc.RunDetails<[Input[]]>): Error {
  const { seed: from, counterexamplePath, counterexample, errorInstance } = result;
  const cause = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  const again = `FUZZ_SEED=${from} FUZZ_PATH=${counterexamplePath} npm test -- tests/fuzz -t "${name}"`;
  return new Error(
    [
      cause,
      `The smallest input that does it, for a file in tests/fuzz/corpus:`,
      JSON.stringify(counterexample?.[0]),
      `Again: ${again}`,
    ].join("\n"),
  );
}
