import { type Signal, signal } from "@preact/signals-core";
import type { PracticeReport } from "#shared/practice.ts";

/** Practice without a server. */
export interface PracticeStore {
  /** How practice stands; undefined in every other match, and in none. */
  readonly report: Signal<PracticeReport | undefined>;
  /** Time (ms of the match) from the next push of the parry trainer; less than 0 before it, not a number without one. */
  readonly sincePush: Signal<number>;
}

/** No practice. */
export function createPracticeStore(): PracticeStore {
  return { report: signal<PracticeReport | undefined>(undefined), sincePush: signal(Number.NaN) };
}
