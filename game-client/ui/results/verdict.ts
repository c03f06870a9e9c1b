import type { Winner } from "../../session/stores/standings.ts";
import { t } from "../../words/t.ts";

/** The headline of the results; the rules have decided who has won. */
export function verdict(winners: readonly Winner[]): string {
  const [first, second] = winners;
  if (first === undefined) return t(($) => $.results.nobodyWins);
  if (second !== undefined) return t(($) => $.results.draw);
  const name = first.name === "" ? t(($) => $.common.somebody) : first.name;
  return first.self ? t(($) => $.results.youWin) : t(($) => $.results.wins, { name });
}
