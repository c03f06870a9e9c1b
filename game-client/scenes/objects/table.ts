import { PICKUP_NAMES } from "#shared/simulation/pickups/table.ts";
import { glowOf } from "#shared/simulation/things/pickup.ts";
import { crown } from "./crown.ts";
import { peelLook } from "./peel.ts";
import { pickupLook } from "./pickup.ts";
import { pickupGlowLook } from "./pickup-glow.ts";
import type { ThingLook } from "./thing-look.ts";
import { nextZone, zone } from "./zone.ts";

/** By kind of thing: what draws it. A kind that is not here is not drawn. */
export const THING_LOOKS: Readonly<Record<string, ThingLook>> = {
  ...Object.fromEntries(
    PICKUP_NAMES.flatMap((name) => [
      [name, pickupLook(name)],
      [glowOf(name), pickupGlowLook(name)],
    ]),
  ),
  peel: peelLook,
  crown,
  zone,
  "zone-next": nextZone,
};
