import { Effect } from "./effect.ts";
import type { Pickup } from "./pickup.ts";

/** Is eaten in the next dash, which leaves the peel behind: `things/peel.ts`. */
export const banana = {
  effect: { is: Effect.Banana, rule: { dashDropsPeel: true } },
} as const satisfies Pickup;
