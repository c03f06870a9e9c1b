import { Effect } from "#shared/simulation/pickups/effect.ts";
import type { Body } from "#shared/simulation/types.ts";
import { TICK_RATE } from "#shared/tunables.ts";
import type { OwnStatus } from "./stores/own.ts";

/** What the HUD calls each effect: as the pickup that it comes of. */
const SHOWN: Readonly<Record<Effect, OwnStatus["effect"]>> = {
  [Effect.None]: undefined,
  [Effect.Anvil]: "anvil",
  [Effect.Mega]: "mega",
  [Effect.Hook]: "hook",
  [Effect.Banana]: "banana",
  [Effect.Bubble]: "bubble",
  [Effect.Slip]: "slip",
};

/** Writes down what there is to say of the effect that the own character is under. */
export function tellEffect(
  { effect, effectTicks }: Readonly<Body>,
  into: Pick<OwnStatus, "effect" | "effectLeft">,
): void {
  into.effect = SHOWN[effect as Effect];
  into.effectLeft = Math.ceil((effectTicks / TICK_RATE) * 10) / 10;
}
