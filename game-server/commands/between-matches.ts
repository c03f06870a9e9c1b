import type { World } from "#shared/simulation/types.ts";

/** Whether people get ready for the next match: in the lobby, and while the results are shown. */
export function isBetweenMatches({ phase }: Pick<World, "phase">): boolean {
  return phase === "lobby" || phase === "results";
}
