import type { World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { ThingState } from "#shared/state/thing-state.ts";

/** Copies the things of the world into the state. What did not change costs nothing. */
export function replicateThings({ things }: World, state: ArenaState): void {
  for (const key of [...state.things.keys()]) if (!things.has(Number(key))) state.things.delete(key);
  for (const thing of things.values()) {
    const key = String(thing.id);
    const known = state.things.get(key);
    const replica = known ?? new ThingState();
    replica.kind = thing.kind;
    replica.x = thing.x;
    replica.y = thing.y;
    replica.owner = thing.owner;
    if (known === undefined) state.things.set(key, replica);
  }
}
