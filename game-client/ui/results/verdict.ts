import { winners } from "#shared/simulation/modes/ranking.ts";
import type { ScoreRow } from "../../session/store.ts";

/** Who has won, as the headline of the results. */
export function verdict(rows: readonly Pick<ScoreRow, "rank" | "name" | "self">[]): string {
  const [first, second] = winners(rows);
  if (first === undefined) return "Nobody wins!";
  if (second !== undefined) return "A draw!";
  return first.self ? "You win!" : `${first.name} wins!`;
}
