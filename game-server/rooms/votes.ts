import type { World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";

/** Whether everybody who is here wants the rematch: people whose line is cut and bots are not asked. */
export function wantsRematch(world: World, state: ArenaState): boolean {
  if (world.phase !== "results") return false;
  const people = [...state.seats.values()].filter((seat) => !seat.bot && seat.connected);
  return people.length > 0 && people.every((seat) => seat.ready);
}

/** Takes all votes back. */
export function clearVotes(state: ArenaState): void {
  for (const seat of state.seats.values()) seat.ready = false;
}
