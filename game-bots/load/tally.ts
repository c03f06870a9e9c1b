import type { PlacedPrint } from "./divergence.ts";
import { type EncodedLatencies, Latencies } from "./latency.ts";

/** What is counted. */
export const COUNTS = [
  "joined",
  "left",
  "reconnects",
  "moves",
  "lostMoves",
  "patches",
  "messagesDown",
  "messagesUp",
  "bytesDown",
  "bytesUp",
  "inputs",
  "skippedInputs",
  "decodeErrors",
  "unansweredPings",
] as const;
export type Counts = Record<(typeof COUNTS)[number], number>;

/** No count at all. */
export function noCounts(): Counts {
  return {
    joined: 0,
    left: 0,
    reconnects: 0,
    moves: 0,
    lostMoves: 0,
    patches: 0,
    messagesDown: 0,
    messagesUp: 0,
    bytesDown: 0,
    bytesUp: 0,
    inputs: 0,
    skippedInputs: 0,
    decodeErrors: 0,
    unansweredPings: 0,
  };
}

/** Adds counts to others, in place. */
export function addCounts(sum: Counts, more: Counts): void {
  for (const name of COUNTS) sum[name] += more[name];
}

/** What the clients of a worker measured since it was last taken out. */
export class Tally {
  readonly latencies = new Latencies();
  counts: Counts = noCounts();
  #errors = new Map<string, number>();
  #prints: PlacedPrint[] = [];

  /** Notes something that went wrong, in words that are the same for all that went wrong alike. */
  error(words: string): void {
    this.#errors.set(words, (this.#errors.get(words) ?? 0) + 1);
  }

  /** Keeps what a client decoded until the server says what it had sent. */
  print(print: PlacedPrint): void {
    this.#prints.push(print);
  }

  /** The prints that wait for their comparison; they are the caller's from now on. */
  takePrints(): PlacedPrint[] {
    const prints = this.#prints;
    this.#prints = [];
    return prints;
  }

  /** Everything else, and begins anew. */
  take(): { latencies: EncodedLatencies; counts: Counts; errors: [string, number][] } {
    const taken = { latencies: this.latencies.encode(), counts: this.counts, errors: [...this.#errors] };
    this.latencies.reset();
    this.counts = noCounts();
    this.#errors = new Map();
    return taken;
  }
}
