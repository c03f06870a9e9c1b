import { ticks } from "../../tunables.ts";
import type { Body } from "../types.ts";

/**
 * What a body is under at the moment, one at a time: the next one takes its place. Sent as a number, so the order is part of
 * the wire format.
 */
export const Effect = {
  None: 0,
  /** Heavy. */
  Anvil: 1,
  /** The next push is a mega-push. */
  Mega: 2,
  /** The next push pulls. */
  Hook: 3,
  /** The next dash leaves a peel behind. */
  Banana: 4,
  /** Floats over the void. */
  Bubble: 5,
  /** Slips on a peel. */
  Slip: 6,
} as const;
export type Effect = (typeof Effect)[keyof typeof Effect];

/** What is otherwise about a push. */
export interface PushStyle {
  readonly name: "mega" | "hook";
  /** Charge 0..1 that it has, however long the button was held; as long as that when absent. */
  readonly charge?: number;
  /** Reach (tiles) and half of the cone (radians), whatever the charge. */
  readonly reach: number;
  readonly halfCone: number;
  /** It pulls the nearest in the cone to the attacker, and does nothing to the others. */
  readonly pulls: boolean;
}

/** What an effect does. What it leaves out is as ever. */
export interface EffectRule {
  /** How long it lasts (s); until it is used, or until the fall, when absent. */
  readonly time?: number;
  /** Share of a blow that is felt. */
  readonly knockback?: number;
  /** How much heavier the body is when somebody runs into it. */
  readonly mass?: number;
  /** Share of the top speed. */
  readonly speed?: number;
  /** Share of acceleration and drag that is left. */
  readonly grip?: number;
  /** What becomes of the next push, which ends it. */
  readonly push?: PushStyle;
  /** The next dash leaves a peel behind, which ends it. */
  readonly dashDropsPeel?: true;
  /** The void does not swallow the body, and peels lie below it. */
  readonly floats?: true;
  /** A blow ends it. */
  readonly bursts?: true;
}

/** Puts a body under an effect, in the place of the one before. */
export function beginEffect(body: Body, effect: Effect, { time = 0 }: EffectRule): void {
  body.effect = effect;
  body.effectTicks = ticks(time);
}

/** Takes the effect off a body. */
export function endEffect(body: Body): void {
  body.effect = Effect.None;
  body.effectTicks = 0;
}
