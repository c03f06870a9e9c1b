import type { StateView } from "@colyseus/schema";
import { OWNER, type PlayerState } from "#shared/state/player-state.ts";

/** Shows somebody their own character, with what only its owner gets. It must be in the state already. */
export function showOwnBody(view: StateView, replica: PlayerState): void {
  view.add(replica, OWNER);
}
