import { BALL } from "../../ball-tunables.ts";
import { MATCH, ticks } from "../../tunables.ts";
import { type Ball, createBall } from "../ball/ball.ts";
import type { GameEvent, Player, World } from "../types.ts";
import { brawl } from "./brawl.ts";
import { worthOfGoal } from "./comeback.ts";
import { countFall } from "./count-fall.ts";
import type { Mode } from "./mode.ts";

const TEAMS = 2;

/** Two teams and a heavy ball: whoever pushes it into the goal of the others scores for their team. */
export const pushBall: Mode = {
  ...brawl,
  id: "push-ball",
  name: "Push ball",
  timeLimit: BALL.matchTime,
  teams: TEAMS,
  needs: ["ball", "goal"],
  goalsToWin: BALL.goalsToWin,
  setup(world) {
    // It drops onto its mark when the countdown is over: that is the kick-off.
    world.ball = createBall(world.arena, TEAMS, ticks(MATCH.countdown), world.tick);
  },
  tick(world, emit) {
    const { ball } = world;
    if (ball !== undefined && ball.scored >= 0) score(world, ball, 1 - ball.scored, emit);
  },
  spawnsFor(world, { team }) {
    const { spawns } = world.arena;
    const own = spawns.filter((spawn) => nearestGoal(world, spawn) === team);
    return own.length > 0 ? own : spawns;
  },
  isDecided: ({ teamPoints }) => teamPoints.some((points) => points >= BALL.goalsToWin),
  result({ teamPoints, players }) {
    const best = Math.max(...teamPoints);
    return [...players.values()].filter(({ team }) => teamPoints[team] === best).map(({ id }) => id);
  },
  fell: (_world, player, killer) => countFall(player, killer),
  score: ({ points }) => points,
  compare: (a, b) => b.points - a.points || brawl.compare(a, b),
};

/** Counts a goal for a team, twice if that helps it to catch up, and for the one of it who touched the ball last; where nobody did lately it is an own goal. */
function score(world: World, ball: Ball, team: number, emit: (event: GameEvent) => void): void {
  world.teamPoints[team] = (world.teamPoints[team] ?? 0) + worthOfGoal(world, team);
  const scorer = toucher(world, ball, team);
  if (scorer !== undefined) scorer.points += 1;
  const own = scorer === undefined;
  const id = (scorer ?? toucher(world, ball, 1 - team))?.id ?? "";
  emit({ type: "goal", tick: world.tick, id, team, own, x: ball.x, y: ball.y });
}

/** Who of a team touched the ball last, if that is not long ago and they are still there. */
function toucher({ players }: World, { touches }: Ball, team: number): Player | undefined {
  const touch = touches[team];
  return touch !== undefined && touch.age <= ticks(BALL.scorerTime) ? players.get(touch.id) : undefined;
}

/** The team whose goal is nearest to a place. */
function nearestGoal({ arena }: World, place: { x: number; y: number }): number {
  let nearest = { team: -1, distance: Number.MAX_VALUE };
  for (const { kind, team, x, y } of arena.marks) {
    const distance = (x - place.x) ** 2 + (y - place.y) ** 2;
    if (kind === "goal" && distance < nearest.distance) nearest = { team, distance };
  }
  return nearest.team;
}
