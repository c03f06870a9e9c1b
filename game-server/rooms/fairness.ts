import type { Sights, TickInput } from "#shared/simulation/tick-input.ts";

/** The rules that make up for the way of the packets. All are on; measurements turn them off to have a control. */
export interface Fairness {
  /** Attackers hit what their screen showed, not what is there by now. */
  readonly rewind: boolean;
  /** Victims may answer a blow that they had not seen yet. */
  readonly defence: boolean;
  /** What a page claims to have seen is bounded by what the server knows of its line; on unless it is turned off. */
  readonly bounds?: boolean;
}

/** What a step is given: the inputs, and what makes up for how late everybody is. */
export function fairTick(
  inputs: TickInput["inputs"],
  look: () => Sights,
  { rewind, defence }: Fairness = { rewind: true, defence: true },
): TickInput {
  return rewind ? { inputs, sights: look(), defence } : { inputs, defence };
}
