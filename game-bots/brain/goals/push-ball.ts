import { BALL } from "#shared/ball-tunables.ts";
import { ballMark } from "#shared/simulation/ball/ball.ts";
import { Action } from "#shared/simulation/types.ts";
import { BODY } from "#shared/tunables.ts";
import { goalOfTeam, isOpen, wayForBall } from "../ball-way.ts";
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
/** Off the wanted way by less than this (radians) one pushes, and beside its line by less than this (tiles) one runs on; a sloppy bot by more. */
const ALIGNED = 0.4;
const ON_LINE = 0.25;
/** So far (tiles) beyond its middle one runs to run into it, and so far from touching it a push is of use. */
const THROUGH = 0.6;
const REACH = 0.8;
/** From this near (tiles) it is dashed into. */
const SHOVE_FROM = 3;
/** Share of the missing angle that one looks to the other side, and the most of it (radians). */
const LEAN = 0.8;
const MAX_LEAN = 0.4;
/** From this many players of a team on, one stays back; so far (tiles) from the own goal, unless the ball is this near to it. */
const KEEPER_FROM = 3;
const KEEPER_OUT = 3;
const DANGER = 6;
/** Where one waits for the ball: so far (tiles) from its mark, towards the own goal. */
const WAITING = 3;
/** Whoever helps keeps so far (tiles) behind the ball, and fights from there whoever is near to it. */
const HELP_FROM = 0.5;
const HELPING = 3.5;
/** Somebody so near (tiles) to the ball is at it. What that is worth to whoever has it and to whoever helps. */
const AT_IT = 3.5;
const TO_LEADER = -1.5;
const TO_HELPER = 2;

/** What a bot of a team does: takes the ball, helps whoever does, or stays back. */
type Role = "leader" | "helper" | "keeper";

/** Whoever is nearest gets behind the ball and pushes it towards the goal of the others; one stays before the own goal; others clear the way. */
export const pushBall: Goal = {
  want(situation): Want | undefined {
    const { view, ground } = situation;
    const { ball, team } = view;
    const own = goalOfTeam(ground.arena, team);
    if (ball === undefined || own === undefined) return undefined;
    if (ball.out > 0) return { ...towards(ballMark(ground.arena), own, WAITING), within: 1.5 };
    const role = roleOf(situation, ball, own);
    if (role === "leader") return attack(situation, ball);
    if (role === "helper") return { ...towards(ball, own, HELP_FROM), within: HELPING };
    const isDanger = distanceBetween(ball, own) < DANGER;
    return isDanger ? attack(situation, ball) : { ...towards(own, ball, KEEPER_OUT), within: 1.2 };
  },
  appeal(situation, other) {
    const { view, ground } = situation;
    const { ball, team } = view;
    const own = goalOfTeam(ground.arena, team);
    if (ball === undefined || own === undefined || ball.out > 0) return 0;
    if (distanceBetween(ball, other) >= AT_IT) return 0;
    return roleOf(situation, ball, own) === "leader" ? TO_LEADER : TO_HELPER;
  },
};

/** Of a few, whoever is nearest to the ball leads; of the others whoever is nearest to the own goal keeps it while the ball is on its side. */
function roleOf({ self, others, view, ground }: Situation, ball: SeenBall, own: Vector): Role {
  const mates = others.filter(({ team, action }) => team === view.team && action !== Action.Falling);
  const toBall = distanceBetween(self, ball);
  const nearer = mates.filter((mate) => distanceBetween(mate, ball) < toBall).length;
  if (nearer === 0) return "leader";
  if (mates.length + 1 < KEEPER_FROM) return "leader";
  const toGoal = distanceBetween(self, own);
  const leader = mates.reduce((a, b) => (distanceBetween(a, ball) < distanceBetween(b, ball) ? a : b));
  const theirs = goalOfTeam(ground.arena, 1 - view.team);
  if (theirs !== undefined && distanceBetween(ball, theirs) < distanceBetween(ball, own)) return "helper";
  const isLast = mates.every((mate) => mate === leader || distanceBetween(mate, own) > toGoal);
  return isLast ? "keeper" : "helper";
}

function attack({ self, ground, view, ability, traits }: Situation, seen: SeenBall): Want | undefined {
  const { arena } = ground;
  const ball = { x: seen.x + seen.vx * LEAD, y: seen.y + seen.vy * LEAD };
  const way = wayForBall(arena, 1 - view.team, ball, BEHIND, self);
  if (way === undefined) return undefined;
  const off = turnTo(bearing(self, ball), way);
  const isBehind = Math.abs(off) < Math.PI / 2;
  const aside = Math.abs(Math.sin(off)) * distanceBetween(self, ball);
  const sloppy = 1 + ability.sloppiness;
  if (isBehind && Math.abs(off) < ALIGNED * sloppy) {
    // A push goes between where one stands and where one looks: whoever stands beside the line looks to its other side.
    const lean = Math.min(MAX_LEAN, Math.max(-MAX_LEAN, off * LEAN));
    const strike = { strike: way + lean, within: TOUCH + THROUGH + REACH };
    if (aside < ON_LINE * sloppy) {
      const isNear = distanceBetween(self, ball) < SHOVE_FROM;
      const shove = isNear ? { shove: way } : {};
      return { ...ahead(ball, way, THROUGH), exact: true, ...strike, ...shove };
    }
    return { ...ahead(ball, way, -TOUCH), exact: true, ...strike };
  }
  const ready = ahead(ball, way, -BEHIND);
  // Where nobody can stand behind it, it is pushed from beside.
  if (isBehind && isOpen(arena, self, ready)) return { ...ready, within: 0.3, exact: true };
  // On the wrong side: around it, not through it, on the side where one is already, if there is ground.
  const side = Math.abs(off) > 2.9 ? traits.side : -Math.sign(off);
  const near = beside(ball, way, side);
  const free = isOpen(arena, ball, near) ? near : beside(ball, way, -side);
  return { ...free, within: 0.3, exact: true };
}

function ahead({ x, y }: Vector, way: number, distance: number): Vector {
  return { x: x + Math.cos(way) * distance, y: y + Math.sin(way) * distance };
}

function beside(ball: Vector, way: number, side: number): Vector {
  const across = way + (side * Math.PI) / 2;
  return { x: ball.x + Math.cos(across) * BESIDE, y: ball.y + Math.sin(across) * BESIDE };
}

function towards(from: Vector, to: Vector, distance: number): Vector {
  const angle = bearing(from, to);
  const far = Math.min(distance, distanceBetween(from, to));
  return { x: from.x + Math.cos(angle) * far, y: from.y + Math.sin(angle) * far };
}
