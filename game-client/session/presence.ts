import type { ArenaState } from "#shared/state/arena-state.ts";
import { TICK_RATE } from "#shared/tunables.ts";
import type { OwnStore } from "./stores/own.ts";

/** After a patch: says whether a bot plays for this player, or soon will. */
export function tellPresence(
  { away, awayIn }: Pick<OwnStore, "away" | "awayIn">,
  state: ArenaState,
  id: string,
): void {
  const seat = state.seats.get(id);
  const at = seat?.awayAt ?? 0;
  away.value = seat?.away ?? false;
  // In a pause the clock of the match goes on, and theirs does not: it never says 0.
  awayIn.value = at === 0 || away.value ? 0 : Math.max(1, Math.ceil((at - state.tick) / TICK_RATE));
}
