import type { Player, World } from "../types.ts";
import type { Mode } from "./mode.ts";

/** Players of each team. */
export function teamSizes({ players, mode }: Pick<World, "players" | "mode">): number[] {
  const sizes = Array.from({ length: mode.teams ?? 1 }, () => 0);
  for (const { team } of players.values()) sizes[team] = (sizes[team] ?? 0) + 1;
  return sizes;
}

/** The points of all teams at the start of a match. */
export function noPoints({ teams = 0 }: Pick<Mode, "teams">): number[] {
  return Array.from({ length: teams }, () => 0);
}

/** The team that a newcomer joins: the smallest one, of equals the first. */
export function smallestTeam(world: Pick<World, "players" | "mode">): number {
  const sizes = teamSizes(world);
  return sizes.indexOf(Math.min(...sizes));
}

/** Whether two players are on the same side; nobody is where everybody plays for themselves. */
export function areMates(mode: Pick<Mode, "teams">, a: Player, b: Player): boolean {
  return mode.teams !== undefined && a.team === b.team;
}
