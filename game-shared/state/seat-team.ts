import type { ArenaState } from "./arena-state.ts";
import type { Seat } from "./seat-state.ts";

/** The team of somebody who plays for themselves. */
export const NO_TEAM = -1;

/** On which side somebody of a room is: a number from 0, or `NO_TEAM` where there are no teams. */
export function teamOf({ teamPoints }: Pick<ArenaState, "teamPoints">, seat: Pick<Seat, "team">): number {
  return teamPoints.length === 0 ? NO_TEAM : seat.team;
}
