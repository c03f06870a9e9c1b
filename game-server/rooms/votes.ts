import type { World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";

/** Whether everybody who plays wants the rematch: people whose line is cut and bots are not asked, nor who only watches. */
export function wantsRematch(world: World, state: ArenaState): boolean {
  if (world.phase !== "results") return false;
  const people = [...state.seats].filter(
    ([id, seat]) => !seat.bot && seat.connected && world.players.has(id),
  );
  return people.length > 0 && people.every(([, seat]) => seat.ready);
}

/** Takes all votes back. */
export function clearVotes(state: ArenaState): void {
  for (const seat of state.seats.values()) seat.ready = false;
}
