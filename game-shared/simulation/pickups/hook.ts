import { PICKUPS } from "../../pickup-tunables.ts";
import { Effect } from "./effect.ts";
import type { Pickup } from "./pickup.ts";

/** Makes the next push a pull, from farther than a push reaches. */
export const hook = {
  effect: {
    is: Effect.Hook,
    rule: {
      push: { name: "hook", reach: PICKUPS.hookReach, halfCone: PICKUPS.hookHalfCone, pulls: true },
    },
  },
} as const satisfies Pickup;
