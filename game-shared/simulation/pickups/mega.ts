import { PICKUPS } from "../../pickup-tunables.ts";
import { PUSH } from "../../tunables.ts";
import { Effect } from "./effect.ts";
import type { Pickup } from "./pickup.ts";

/** Makes the next push a full one to nearly all sides, however short it is held. */
export const mega = {
  effect: {
    is: Effect.Mega,
    rule: {
      push: {
        name: "mega",
        charge: 1,
        reach: PUSH.reachFull,
        halfCone: PICKUPS.megaHalfCone,
        pulls: false,
      },
    },
  },
} as const satisfies Pickup;
