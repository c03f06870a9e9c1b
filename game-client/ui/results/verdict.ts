import { NO_TEAM } from "#shared/state/seat-team.ts";
import type { Winner } from "../../session/stores/standings.ts";
import { teamName } from "../../words/names.ts";
import { t } from "../../words/t.ts";

/** The headline of the results; the rules have decided who has won. */
export function verdict(winners: readonly Winner[]): string {
  const [first, second] = winners;
  if (first === undefined) return t(($) => $.results.nobodyWins);
  if (winners.some(({ team }) => team !== NO_TEAM)) return teamVerdict(winners);
  if (second !== undefined) return t(($) => $.results.draw);
  const name = first.name === "" ? t(($) => $.common.somebody) : first.name;
  return first.self ? t(($) => $.results.youWin) : t(($) => $.results.wins, { name });
}

/** Numbers of the teams that have won; none where everybody plays for themselves. */
export function winningTeams(winners: readonly Winner[]): number[] {
  return [...new Set(winners.map(({ team }) => team))].filter((team) => team !== NO_TEAM);
}

/** Of a team all have won, or nobody has. */
function teamVerdict(winners: readonly Winner[]): string {
  const [first = NO_TEAM, second] = winningTeams(winners);
  if (second !== undefined) return t(($) => $.results.draw);
  if (winners.some(({ self }) => self)) return t(($) => $.results.yourTeamWins);
  return t(($) => $.results.wins, { name: teamName(first) });
}
