import { allBut } from "#shared/simulation/pickups/table.ts";
import type { MatchPlan, World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { DT } from "#shared/tunables.ts";

/** A plan as it is proposed and told: "mode:arena". */
export function nameOfPlan({ mode, arena }: Pick<MatchPlan, "mode" | "arena">): string {
  return `${mode.id}:${arena.id}`;
}

/** Copies what is played on and by which rules, and what comes next. What did not change costs nothing. */
export function replicatePlan(world: World, state: ArenaState): void {
  const { arena, mode, next, crumblePhases } = world;
  if (state.arena !== arena.id) {
    state.arena = arena.id;
    // The tiles of another arena: none of the old ones stays.
    state.crumbles.clear();
    state.crumbles.push(...crumblePhases);
  }
  state.mode = mode.id;
  state.timeLimit = Math.round((next ?? world).matchTicks * DT);
  state.next = next === undefined ? "" : nameOfPlan(next);
  state.pickupsOff = allBut(world.pickups.on).join();
}
