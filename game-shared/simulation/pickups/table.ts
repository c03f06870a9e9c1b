import { anvil } from "./anvil.ts";
import { banana } from "./banana.ts";
import { bubble } from "./bubble.ts";
import { feather } from "./feather.ts";
import { hook } from "./hook.ts";
import { mega } from "./mega.ts";
import type { Pickup } from "./pickup.ts";

/** Names of all pickups, in the order in which they are shown and told. Rooms and hosts name them so, and so the page draws them. */
export const PICKUP_NAMES = ["feather", "anvil", "mega", "hook", "banana", "bubble"] as const;
export type PickupName = (typeof PICKUP_NAMES)[number];

/** All pickups. */
export const PICKUP_TABLE: Readonly<Record<PickupName, Pickup>> = {
  feather,
  anvil,
  mega,
  hook,
  banana,
  bubble,
};

/** All pickups but some, in the order of the table. */
export function allBut(off: readonly PickupName[]): PickupName[] {
  return PICKUP_NAMES.filter((name) => !off.includes(name));
}
