import type { ArenaState } from "./arena-state.ts";
import type { Seat } from "./seat-state.ts";

/** The team of somebody who plays for themselves. */
export const NO_TEAM = -1;

/** Whether a room has teams. */
export function hasTeams({ teamPoints }: Pick<ArenaState, "teamPoints">): boolean {
  return teamPoints.length > 0;
}

/** On which side somebody of a room is: a number from 0, or `NO_TEAM` where there are no teams. */
export function teamOf(state: Pick<ArenaState, "teamPoints">, seat: Pick<Seat, "team">): number {
  return hasTeams(state) ? seat.team : NO_TEAM;
}
