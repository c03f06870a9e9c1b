import { PEEL } from "../../pickup-tunables.ts";
import type { Body } from "../types.ts";
import { anvil } from "./anvil.ts";
import { banana } from "./banana.ts";
import { bubble } from "./bubble.ts";
import { Effect, type EffectRule } from "./effect.ts";
import { hook } from "./hook.ts";
import { mega } from "./mega.ts";

/** What it is to have stepped on a peel. */
export const SLIP: EffectRule = { time: PEEL.slipTime, grip: PEEL.slipGrip };

/** By effect: what it does. */
export const EFFECT_RULES: Readonly<Record<Effect, EffectRule>> = {
  [Effect.None]: {},
  [Effect.Anvil]: anvil.effect.rule,
  [Effect.Mega]: mega.effect.rule,
  [Effect.Hook]: hook.effect.rule,
  [Effect.Banana]: banana.effect.rule,
  [Effect.Bubble]: bubble.effect.rule,
  [Effect.Slip]: SLIP,
};

const NOTHING: EffectRule = {};

/** What the effect that a body is under does. */
export function effectOf({ effect }: Pick<Body, "effect">): EffectRule {
  return EFFECT_RULES[effect as Effect] ?? NOTHING;
}
