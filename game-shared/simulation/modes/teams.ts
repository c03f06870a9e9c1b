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

/** Whether no team has more than one player more than another. */
export function areEven(sizes: readonly number[]): boolean {
  return Math.max(...sizes) - Math.min(...sizes) <= 1;
}

/**
 * Moves players until teams are within one of each other: bots first, of those and of people who came last. Returns who has
 * moved. To be called when nobody minds, between matches.
 */
export function evenOut(world: Pick<World, "players" | "mode">): Player[] {
  const moved: Player[] = [];
  for (let sizes = teamSizes(world); !areEven(sizes); sizes = teamSizes(world)) {
    const player = lastOf(world, sizes.indexOf(Math.max(...sizes)));
    if (player === undefined) break;
    player.team = sizes.indexOf(Math.min(...sizes));
    moved.push(player);
  }
  return moved;
}

/** Who of a team is the first to move: the bot that came last, or the person where there is no bot. */
function lastOf({ players }: Pick<World, "players">, team: number): Player | undefined {
  const members = [...players.values()].filter((player) => player.team === team);
  return members.findLast(({ bot }) => bot) ?? members.at(-1);
}

/** The team that somebody would join if they changed sides. */
function otherTeam({ mode }: Pick<World, "mode">, { team }: Player): number {
  return (team + 1) % (mode.teams ?? 1);
}

/** Whether teams stay within one of each other when somebody changes sides; a bot may come back for them. */
export function maySwitch(world: Pick<World, "players" | "mode">, player: Player): boolean {
  const to = otherTeam(world, player);
  const sizes = teamSizes(world);
  sizes[player.team] = (sizes[player.team] ?? 0) - 1;
  sizes[to] = (sizes[to] ?? 0) + 1;
  return areEven(sizes) || botOf(world, to) !== undefined;
}

/** Lets somebody change sides; of the bots there the one that came last comes back for them if it must. */
export function switchTeam(world: Pick<World, "players" | "mode">, player: Player): void {
  const from = player.team;
  const bot = botOf(world, otherTeam(world, player));
  player.team = otherTeam(world, player);
  if (bot !== undefined && !areEven(teamSizes(world))) bot.team = from;
}

/** The bot of a team that came last. */
function botOf({ players }: Pick<World, "players">, team: number): Player | undefined {
  return [...players.values()].findLast((player) => player.bot && player.team === team);
}
