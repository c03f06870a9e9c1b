import type { Winner } from "../../session/store.ts";

/** The headline of the results; the rules have decided who has won. */
export function verdict(winners: readonly Winner[]): string {
  const [first, second] = winners;
  if (first === undefined) return "Nobody wins!";
  if (second !== undefined) return "A draw!";
  return first.self ? "You win!" : `${first.name} wins!`;
}
