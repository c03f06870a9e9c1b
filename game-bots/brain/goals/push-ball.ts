import { BALL } from "#shared/ball-tunables.ts";
import { ballMark } from "#shared/simulation/ball/ball.ts";
import { Action } from "#shared/simulation/types.ts";
import { BODY } from "#shared/tunables.ts";
import { goalOfTeam, isOpen, nextForBall } from "../ball-way.ts";
import { bearing, distanceBetween, turnTo, type Vector } from "../geometry.ts";
import type { Situation } from "../traits.ts";
import type { SeenBall } from "../view.ts";
import type { Goal, Want } from "./goal.ts";

/** Distance (tiles) of the centres of a ball and of somebody who touches it. */
const TOUCH = BALL.radius + BODY.radius;
/** A ball that rolls is looked for where it will be in this time (s). */
const LEAD = 0.25;
/** How far behind the ball (tiles) one gets ready, and how far beside it one goes around it. */
const BEHIND = TOUCH + 0.5;
const BESIDE = TOUCH + 0.7;
/** Off the wanted way by less than this (radians) one pushes; a sloppy bot by as much more. */
const ALIGNED = 0.35;
const SLOPPY = 0.3;
/** From this many players of a team on, the last one stays back; so far (tiles) from the own goal, unless the ball is this near to it. */
const KEEPER_FROM = 4;
const KEEPER_OUT = 3;
const DANGER = 7;
/** Where one waits for the ball: so far (tiles) from its mark, towards the own goal. */
const WAITING = 3;
/** A push rolls it so far (tiles): nobody pushes it over the edge. */
const RUN = 4;
/** What it is worth that somebody is at the ball, and how near (tiles) that is. */
const AT_BALL = -1.5;
const AT_IT = 3.5;

/** Gets behind the ball and pushes it towards the goal of the others; the last of three stays before the own one. */
export const pushBall: Goal = {
  want(situation): Want | undefined {
    const { view, ground } = situation;
    const { ball, team } = view;
    const own = goalOfTeam(ground.arena, team);
    if (ball === undefined || own === undefined) return undefined;
    if (ball.out > 0) return { ...towards(ballMark(ground.arena), own, WAITING), within: 1.5 };
    const danger = distanceBetween(ball, own) < DANGER;
    if (isKeeper(situation, ball) && !danger) return { ...towards(own, ball, KEEPER_OUT), within: 1.2 };
    return attack(situation, ball);
  },
  appeal({ view: { ball } }, other) {
    return ball !== undefined && ball.out === 0 && distanceBetween(ball, other) < AT_IT ? AT_BALL : 0;
  },
};

function attack({ self, ground, view, ability, traits }: Situation, seen: SeenBall): Want | undefined {
  const ball = { x: seen.x + seen.vx * LEAD, y: seen.y + seen.vy * LEAD };
  const next = nextForBall(ground.arena, 1 - view.team, ball);
  if (next === undefined) return undefined;
  const way = bearing(ball, next);
  const from = bearing(self, seen);
  const off = turnTo(from, way);
  const ready = { x: ball.x - Math.cos(way) * BEHIND, y: ball.y - Math.sin(way) * BEHIND };
  if (Math.abs(off) < ALIGNED + SLOPPY * ability.sloppiness) {
    // It runs into it from here, and pushes on the way.
    const place = { x: ball.x - Math.cos(way) * TOUCH * 0.8, y: ball.y - Math.sin(way) * TOUCH * 0.8 };
    const isSafe = isOpen(ground.arena, ball, {
      x: ball.x + Math.cos(way) * RUN,
      y: ball.y + Math.sin(way) * RUN,
    });
    return isSafe ? { ...place, within: 1.3, strike: way } : { ...place, within: 0.2 };
  }
  // Where nobody can stand behind it, it is pushed from beside.
  if (Math.abs(off) < Math.PI / 2 && isOpen(ground.arena, self, ready)) return { ...ready, within: 0.3 };
  // On the wrong side: around it, not through it, on the side where one is already, if there is ground.
  const side = Math.abs(off) > 2.9 ? traits.side : -Math.sign(off);
  const near = beside(ball, way, side);
  return { ...(isOpen(ground.arena, ball, near) ? near : beside(ball, way, -side)), within: 0.3 };
}

function beside(ball: Vector, way: number, side: number): Vector {
  const across = way + (side * Math.PI) / 2;
  return { x: ball.x + Math.cos(across) * BESIDE, y: ball.y + Math.sin(across) * BESIDE };
}

/** Of a few and more the one who is farthest from the ball, all of them looked at alike. */
function isKeeper({ self, others, view }: Situation, ball: SeenBall): boolean {
  const mates = others.filter(({ team, action }) => team === view.team && action !== Action.Falling);
  if (mates.length + 1 < KEEPER_FROM) return false;
  const distance = distanceBetween(self, ball);
  return mates.every((mate) => distanceBetween(mate, ball) < distance);
}

function towards(from: Vector, to: Vector, distance: number): Vector {
  const angle = bearing(from, to);
  const far = Math.min(distance, distanceBetween(from, to));
  return { x: from.x + Math.cos(angle) * far, y: from.y + Math.sin(angle) * far };
}
