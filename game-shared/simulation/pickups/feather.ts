import { PICKUPS } from "../../pickup-tunables.ts";
import type { Pickup } from "./pickup.ts";

/** Steadies whoever takes it. */
export const feather: Pickup = {
  take(body) {
    body.wobble = Math.round(body.wobble * PICKUPS.featherLeaves);
  },
};
