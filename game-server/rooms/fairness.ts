import type { SeenBy } from "#shared/simulation/push.ts";
import type { StepOptions } from "#shared/simulation/step.ts";

/** The rules that make up for the way of the packets. All are on; measurements turn them off to have a control. */
export interface Fairness {
  /** Attackers hit what their screen showed, not what is there by now. */
  readonly rewind: boolean;
  /** Victims may answer a blow that they had not seen yet. */
  readonly defence: boolean;
  /** What a page claims to have seen is bounded by what the server knows of its line; on unless it is turned off. */
  readonly bounds?: boolean;
}

/** What a step is told of how late everybody is. */
export function fairStep(
  seenBy: SeenBy,
  { rewind, defence }: Fairness = { rewind: true, defence: true },
): StepOptions {
  return rewind ? { seenBy, defence } : { defence };
}
