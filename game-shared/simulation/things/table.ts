import { PICKUP_NAMES } from "../pickups/table.ts";
import { crownRule } from "./crown.ts";
import { peelRule } from "./peel.ts";
import { glowOf, glowRule, pickupRule } from "./pickup.ts";
import type { ThingRule } from "./thing.ts";

const kinds: Record<string, ThingRule> = {
  ...Object.fromEntries(
    PICKUP_NAMES.flatMap((name) => [
      [name, pickupRule(name)],
      [glowOf(name), glowRule],
    ]),
  ),
  peel: peelRule,
  crown: crownRule,
};

/** Adds a kind of thing, for all worlds of this process. */
export function addThingKind(kind: string, rule: ThingRule): void {
  kinds[kind] = rule;
}

/** What a kind does; undefined for one that there is not. */
export function ruleOf(kind: string): ThingRule | undefined {
  return Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
}
