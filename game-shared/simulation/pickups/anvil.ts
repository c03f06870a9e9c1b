import { PICKUPS } from "../../pickup-tunables.ts";
import { Effect } from "./effect.ts";
import type { Pickup } from "./pickup.ts";

/** Makes heavy for a while: pushes do little, and so do the own feet. */
export const anvil = {
  effect: {
    is: Effect.Anvil,
    rule: {
      time: PICKUPS.anvilTime,
      knockback: PICKUPS.anvilKnockback,
      mass: PICKUPS.anvilMass,
      speed: PICKUPS.anvilSpeed,
    },
  },
} as const satisfies Pickup;
