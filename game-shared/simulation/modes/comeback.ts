import { COMEBACK } from "../../mode-tunables.ts";
import { ticks } from "../../tunables.ts";
import type { GameEvent, Player, World } from "../types.ts";

/*
 * Nobody is out of reach in the last part of a match. Where knock-outs count, one of whoever is ahead brings half of what they
 * are ahead; where seconds count, those of whoever is behind count three times, so that no lead lasts that the points of a whole
 * match can be; where rounds count, they count twice, and of equals whoever won the last one is ahead; where goals count, those of the
 * team that is behind count twice, and that from match point on already: most of those matches end before their time.
 */

/** What tells how far a match is. */
interface Stage extends Pick<World, "tick" | "phaseEndsTick" | "matchTicks"> {
  readonly phase: string;
  readonly mode: Pick<World["mode"], "comeback">;
}

/** Whether a match is in its last part, which helps whoever is behind: 30 s, or a third of a short one. */
export function isLate({ mode, phase, tick, phaseEndsTick, matchTicks }: Stage): boolean {
  if (phase !== "playing" || mode.comeback === false) return false;
  return phaseEndsTick - tick <= Math.min(ticks(COMEBACK.time), Math.floor(matchTicks / 3));
}

/**
 * Gives whoever knocks the leader out in the last part of a match half of what the leader is ahead of them, at least 1. To be
 * called before the knock-out is counted.
 */
export function payBounty(
  world: World,
  victim: Player,
  killer: Player,
  emit: (event: GameEvent) => void,
): void {
  if (!isLate(world)) return;
  const { mode, players, tick } = world;
  const most = mode.score(victim);
  const lead = most - mode.score(killer);
  if (lead <= 0) return;
  for (const player of players.values()) if (mode.score(player) > most) return;
  const points = Math.max(1, Math.floor(lead / 2));
  killer.points += points;
  emit({ type: "points", tick, id: killer.id, team: -1, points, x: killer.x, y: killer.y });
}

/** What a second counts for somebody or a team with so many points, of which the best has `most`. */
export function worthOfSecond(world: World, points: number, most: number): number {
  return isLate(world) && points < most ? COMEBACK.factor : 1;
}

/** What tells how far a match is in which goals count. */
interface GoalStage extends Stage {
  readonly mode: Pick<World["mode"], "comeback" | "goalsToWin">;
  readonly teamPoints: ArrayLike<number>;
}

/** Whether one goal is missing for a team to win, and more for the other: match point. */
export function isMatchPoint({ mode, phase, teamPoints }: GoalStage): boolean {
  if (phase !== "playing" || mode.comeback === false || mode.goalsToWin === undefined) return false;
  const most = Math.max(...Array.from(teamPoints));
  return most === mode.goalsToWin - 1 && Array.prototype.some.call(teamPoints, (points) => points < most);
}

/** Whether a goal of a team counts twice: while it is behind, at match point and in the last part of a match. */
export function countsTwice(stage: GoalStage, team: number): boolean {
  const { mode, teamPoints } = stage;
  if (mode.goalsToWin === undefined || (!isLate(stage) && !isMatchPoint(stage))) return false;
  return (teamPoints[team] ?? 0) < Math.max(...Array.from(teamPoints));
}

/** What a goal counts for a team. */
export function worthOfGoal(world: World, team: number): number {
  return countsTwice(world, team) ? COMEBACK.goal : 1;
}
