import { type Signal, signal } from "@preact/signals-core";
import type { PracticePlan, PracticeReport } from "#shared/practice.ts";
import { FIRST_PLAN } from "#shared/practice-plan.ts";

/** Practice without a server. */
export interface PracticeStore {
  /** What is practised from the next time on. */
  readonly plan: Signal<PracticePlan>;
  /** How practice stands; undefined in every other match, and in none. */
  readonly report: Signal<PracticeReport | undefined>;
  /** Time (ms of the match) from the next push of the parry trainer; less than 0 before it, not a number without one. */
  readonly sincePush: Signal<number>;
}

/** No practice. */
export function createPracticeStore(): PracticeStore {
  return {
    plan: signal(FIRST_PLAN),
    report: signal<PracticeReport | undefined>(undefined),
    sincePush: signal(Number.NaN),
  };
}
