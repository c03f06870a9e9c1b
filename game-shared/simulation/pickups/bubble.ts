import { PICKUPS } from "../../pickup-tunables.ts";
import { Effect } from "./effect.ts";
import type { Pickup } from "./pickup.ts";

/** Carries over the void for a moment, until it is over or somebody bursts it. */
export const bubble = {
  effect: {
    is: Effect.Bubble,
    rule: { time: PICKUPS.bubbleTime, speed: PICKUPS.bubbleSpeed, floats: true, bursts: true },
  },
} as const satisfies Pickup;
