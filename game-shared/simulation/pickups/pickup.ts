import type { Body } from "../types.ts";
import type { Effect, EffectRule } from "./effect.ts";

/** Something that lies on the ground and does something for whoever touches it first. */
export interface Pickup {
  /** What it puts its taker under. */
  readonly effect?: { readonly is: Effect; readonly rule: EffectRule };
  /** What it does to its taker at once. */
  take?(body: Body): void;
}
