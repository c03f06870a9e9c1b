import { PICKUPS } from "../../pickup-tunables.ts";
import { tileUnder } from "../ground.ts";
import { beginEffect } from "../pickups/effect.ts";
import { PICKUP_TABLE, type PickupName } from "../pickups/table.ts";
import { TILE_RULES } from "../tiles/table.ts";
import type { Body, World } from "../types.ts";
import type { Thing, ThingRule } from "./thing.ts";

/** Kind of the thing that shows where a pickup is about to appear. */
export function glowOf(name: PickupName): string {
  return `soon-${name}`;
}

/** A pickup as a thing: whoever touches it first, in joining order, takes it. */
export function pickupRule(name: PickupName): ThingRule {
  return {
    reach: PICKUPS.reach,
    tick: fallWithGround,
    touched(world, thing, player, emit) {
      world.things.delete(thing.id);
      give(player, name);
      // A blow that is taken back takes back what the pusher did, and nothing else.
      const open = world.openBlows.get(player.id);
      if (open !== undefined) give(open.before, name);
      emit({ type: "pickup", tick: world.tick, id: player.id, x: thing.x, y: thing.y, kind: name });
    },
  };
}

/** The place where a pickup is about to appear: nobody can touch that. */
export const glowRule: ThingRule = { reach: 0, tick: fallWithGround };

/** What lies on ground that is gone is gone. */
export function fallWithGround(world: World, { id, x, y }: Thing): void {
  if (TILE_RULES[tileUnder(world, x, y)].bottomless) world.things.delete(id);
}

function give(body: Body, name: PickupName): void {
  const { effect, take } = PICKUP_TABLE[name];
  take?.(body);
  if (effect !== undefined) beginEffect(body, effect.is, effect.rule);
}
