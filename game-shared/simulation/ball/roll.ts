import type { Arena, Mark } from "../../arena/arena.ts";
import { BALL } from "../../ball-tunables.ts";
import { ticks } from "../../tunables.ts";
import { createBody, type StepContext } from "../body.ts";
import { directionAt, type Ground, tileUnder } from "../ground.ts";
import { limitSpeed } from "../movement.ts";
import { TILE_RULES } from "../tiles/table.ts";
import { type Bouncer, collideWithWalls } from "../walls.ts";
import { type BallMotion, ballMark, NO_BALL, snapBall, takeOut } from "./ball.ts";

/** Longest stretch (tiles) that is rolled at once: well below a radius, so that nothing tunnels. */
const STRIDE = 0.25;
const BOUNCER: Bouncer = {
  radius: BALL.radius,
  bounce: BALL.wallBounce,
  bouncesFrom: 0.5,
  throwShare: BALL.bumperShare,
};
const RIM: Bouncer = {
  radius: BALL.rimRadius,
  bounce: BALL.rimBounce,
  bouncesFrom: 0.5,
  throwShare: 0,
  isRim: true,
};

/** What a ball rolls on. */
export interface BallContext {
  readonly ground: Ground;
  /** Tick of the step. */
  readonly tick: number;
  /** Whether a goal is one now: only while the match is played. */
  readonly goals: boolean;
  /** Length of the step (s). */
  readonly dt: number;
}

/** What became of a ball in a step; the goal is that of a team. */
export type BallTurn = { readonly kind: "goal"; readonly team: number } | { readonly kind: "fell" | "back" };

/**
 * One tick of a ball that nobody touches. The server and every page run this same function. What a tile does to whoever
 * stands on it, it does to the ball. Simpler than for players: it falls as soon as its centre is over the void,
 * crumbling tiles do not mind it, and the rim of the ground holds it back while it is slow.
 */
export function rollBall(ball: BallMotion, context: BallContext): BallTurn | undefined {
  const { ground, goals, dt } = context;
  // Where there is none it never comes, however long a page waits.
  if (ball.out === NO_BALL.out) return undefined;
  if (ball.out > 0) return waitOut(ball, ground.arena);
  if (ball.air > 0) ball.air -= 1;
  if (ball.air === 0) slowDown(ball, ground, dt);
  moveOn(ball, ground, dt);
  const turn = ball.air === 0 ? land(ball, context, goals) : undefined;
  limitSpeed(ball, BALL.maxSpeed);
  snapBall(ball);
  return turn;
}

/** Brings a ball that was moved from a place by a contact back to where and how fast it may be. */
export function settleBall(ball: BallMotion, ground: Ground, fromX: number, fromY: number): void {
  holdBack(ball, ground, fromX, fromY);
  collideWithWalls(ball, ground, BOUNCER);
  limitSpeed(ball, BALL.maxSpeed);
  snapBall(ball);
}

/** The goal that a point is in. */
export function goalAt({ marks }: Arena, x: number, y: number): Mark | undefined {
  return marks.find(
    (mark) => mark.kind === "goal" && (mark.x - x) ** 2 + (mark.y - y) ** 2 <= BALL.goalRadius ** 2,
  );
}

function waitOut(ball: BallMotion, arena: Arena): BallTurn | undefined {
  ball.out -= 1;
  if (ball.out > 0) return undefined;
  const { x, y } = ballMark(arena);
  Object.assign(ball, { x, y, vx: 0, vy: 0 });
  snapBall(ball);
  return { kind: "back" };
}

/** Rolling drags, less so on ice; a belt takes it along. */
function slowDown(ball: BallMotion, ground: Ground, dt: number): void {
  const rule = TILE_RULES[tileUnder(ground, ball.x, ball.y)];
  const beltSpeed = rule.beltSpeed ?? 0;
  const belt = beltSpeed > 0 ? directionAt(ground.arena, ball.x, ball.y) : undefined;
  const beltX = (belt?.x ?? 0) * beltSpeed;
  const beltY = (belt?.y ?? 0) * beltSpeed;
  const vx = ball.vx - beltX;
  const vy = ball.vy - beltY;
  const speed = Math.sqrt(vx * vx + vy * vy);
  const kept = speed > 0 ? Math.max(0, speed - BALL.rollDrag * (rule.grip ?? 1) * dt) / speed : 0;
  ball.vx = vx * kept + beltX;
  ball.vy = vy * kept + beltY;
}

function moveOn(ball: BallMotion, ground: Ground, dt: number): void {
  const speed = Math.sqrt(ball.vx * ball.vx + ball.vy * ball.vy);
  const strides = Math.max(1, Math.ceil((speed * dt) / STRIDE));
  for (let i = 0; i < strides; i++) {
    const { x, y } = ball;
    ball.x += (ball.vx * dt) / strides;
    ball.y += (ball.vy * dt) / strides;
    if (ball.air === 0) holdBack(ball, ground, x, y);
    collideWithWalls(ball, ground, BOUNCER);
  }
}

/** The rim of the ground holds a slow ball back, as a low wall would: only a fast one gets over it. */
function holdBack(ball: BallMotion, ground: Ground, fromX: number, fromY: number): void {
  const isSlow = ball.vx * ball.vx + ball.vy * ball.vy < BALL.rimSpeed ** 2;
  if (isSlow && !isVoid(ground, fromX, fromY)) collideWithWalls(ball, ground, RIM);
}

function isVoid(ground: Ground, x: number, y: number): boolean {
  return TILE_RULES[tileUnder(ground, x, y)].bottomless === true;
}

/** What the ground under its centre does to it. */
function land(ball: BallMotion, context: BallContext, goals: boolean): BallTurn | undefined {
  const { ground, tick, dt } = context;
  const rule = TILE_RULES[tileUnder(ground, ball.x, ball.y)];
  if (rule.stand !== undefined) {
    const body = createBody(ball.x, ball.y);
    body.vx = ball.vx;
    body.vy = ball.vy;
    const silent: StepContext = { ground, tick, id: "", dt, emit: () => {} };
    rule.stand(body, silent);
    ball.x = body.x;
    ball.y = body.y;
    ball.vx = body.vx;
    ball.vy = body.vy;
    ball.air = body.airTicks;
  }
  if (rule.bottomless) {
    takeOut(ball, ticks(BALL.returnTime));
    return { kind: "fell" };
  }
  const goal = goals && ball.air === 0 ? goalAt(ground.arena, ball.x, ball.y) : undefined;
  if (goal === undefined) return undefined;
  takeOut(ball, ticks(BALL.goalPause));
  return { kind: "goal", team: goal.team };
}
