import type { ArenaState } from "#shared/state/arena-state.ts";
import { NO_TEAM, teamOf } from "#shared/state/seat-team.ts";
import { sameFields } from "./same-fields.ts";
import type { TeamTotal, Winner } from "./stores/standings.ts";

/** How the teams of a room do, in the order of their numbers; none where everybody plays for themselves. */
export function teamTotals(state: ArenaState, selfId: string): TeamTotal[] {
  const own = state.seats.get(selfId);
  const ownTeam = own?.role === "player" ? teamOf(state, own) : NO_TEAM;
  const totals = [...state.teamPoints].map((points, team) => ({
    team,
    points,
    players: 0,
    own: team === ownTeam,
  }));
  state.seats.forEach(({ role, team }) => {
    const total = totals[team];
    if (role === "player" && total !== undefined) total.players += 1;
  });
  return totals;
}

/** Whether two lists of totals say the same. */
export function sameTotals(a: readonly TeamTotal[], b: readonly TeamTotal[]): boolean {
  return a.length === b.length && a.every((total, index) => sameTotal(total, b[index]));
}

function sameTotal(a: TeamTotal, b: TeamTotal | undefined): boolean {
  return b !== undefined && sameFields(a, b);
}

/** Whether this player has won: alone, or with their team and nobody else. Of who has left the team is not known. */
export function hasWon(winners: readonly Winner[]): boolean {
  const own = winners.find(({ self }) => self);
  if (own === undefined) return false;
  return (
    winners.length === 1 ||
    (own.team !== NO_TEAM && winners.every(({ team }) => team === own.team || team === NO_TEAM))
  );
}
