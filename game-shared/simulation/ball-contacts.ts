import { BALL } from "../ball-tunables.ts";
import { aimX, aimY } from "../quantize.ts";
import { BODY, PUSH } from "../tunables.ts";
import type { BallMotion } from "./ball/ball.ts";
import { settleBall } from "./ball/roll.ts";
import { isClear } from "./clear-way.ts";
import { endStrike, isSolid, massOf, separateDiscs, settle } from "./contacts.ts";
import type { Ground } from "./ground.ts";
import { limitSpeed } from "./movement.ts";
import { type ReleasedPush, reachOf } from "./push.ts";
import { Action, type Body } from "./types.ts";

/** Distance (tiles) of the centres at which a ball and a player touch. */
const TOUCH = BALL.radius + BODY.radius;
/** How much nearer than its centre (tiles) a ball can be pushed than a player: it is larger. */
const BULK = BALL.radius - BODY.radius;
const COS_HALF_CONE = Math.cos(PUSH.halfCone);

/** Whether a ball is on the ground and in play. */
export function isTouchable(ball: BallMotion): boolean {
  return ball.out === 0 && ball.air === 0;
}

/**
 * Lets a push move a ball that it reaches, by the cone, the charge and the distance by which it moves players; a hook brings it
 * to whoever threw it, whomever else it catches. There is no lag compensation, and no need for it: a page draws the ball where it
 * will be when its player's push reaches the server. Returns whether it did.
 */
export function pushBall(ball: BallMotion, push: Omit<ReleasedPush, "attacker">, ground: Ground): boolean {
  if (!isTouchable(ball)) return false;
  const { style } = push;
  const dx = ball.x - push.x;
  const dy = ball.y - push.y;
  const distance = Math.sqrt(dx * dx + dy * dy);
  const reach = style?.reach ?? reachOf(push.charge);
  const gap = Math.max(0, distance - BULK);
  if (gap > reach) return false;
  const ax = aimX(push.aim);
  const ay = aimY(push.aim);
  const awayX = distance > 0 ? dx / distance : ax;
  const awayY = distance > 0 ? dy / distance : ay;
  const cone = style === undefined ? COS_HALF_CONE : Math.cos(style.halfCone);
  // Up close the cone is no question any more, only in front or behind.
  if (awayX * ax + awayY * ay < (distance < TOUCH + 0.1 ? Math.min(0, cone) : cone)) return false;
  if (!isClear(ground, push.x, push.y, ball.x, ball.y)) return false;
  if (style?.pulls) {
    pull(ball, -awayX, -awayY, distance);
    return true;
  }
  const x = awayX * (1 - PUSH.aimBlend) + ax * PUSH.aimBlend;
  const y = awayY * (1 - PUSH.aimBlend) + ay * PUSH.aimBlend;
  const length = Math.sqrt(x * x + y * y);
  const strength = PUSH.impulseTap + (PUSH.impulseFull - PUSH.impulseTap) * push.charge;
  const speed = strength * BALL.pushShare * (1 - PUSH.falloff * (gap / reach));
  ball.vx += (x / length) * speed;
  ball.vy += (y / length) * speed;
  limitSpeed(ball, BALL.maxSpeed);
  return true;
}

/** However it rolled before, it now rolls just as fast as brings it to whoever threw the hook, over floor. */
function pull(ball: BallMotion, dx: number, dy: number, distance: number): void {
  const speed = Math.sqrt(2 * BALL.rollDrag * Math.max(0, distance - TOUCH));
  ball.vx = dx * speed;
  ball.vy = dy * speed;
}

/**
 * Moves a ball and a player who overlap apart by their masses, as two players are; a dash gives the ball something on top,
 * and ends. Returns the closing speed (tiles/s), or undefined when they do not touch.
 */
export function touchBall(ball: BallMotion, body: Body, ground: Ground): number | undefined {
  if (!isTouchable(ball) || !isSolid(body)) return undefined;
  const { x, y } = ball;
  const closing = separateDiscs(body, massOf(body), ball, BALL.mass, TOUCH);
  if (closing === undefined) return undefined;
  if (body.action === Action.Dashing) strikeBall(ball, body);
  settle(body, ground);
  settleBall(ball, ground, x, y);
  return closing;
}

function strikeBall(ball: BallMotion, body: Body): void {
  endStrike(body);
  const dx = ball.x - body.x;
  const dy = ball.y - body.y;
  const distance = Math.sqrt(dx * dx + dy * dy);
  if (distance === 0) return;
  ball.vx += (dx / distance) * BALL.dashSpeed;
  ball.vy += (dy / distance) * BALL.dashSpeed;
}
