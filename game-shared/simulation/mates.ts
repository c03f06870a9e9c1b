import type { Mode } from "./modes/mode.ts";
import type { Player } from "./types.ts";

/** Whether two players are on the same side; nobody is where everybody plays for themselves. */
export function areMates(mode: Pick<Mode, "teams">, a: Player, b: Player): boolean {
  return mode.teams !== undefined && a.team === b.team;
}
