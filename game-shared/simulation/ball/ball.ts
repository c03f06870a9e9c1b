import type { Arena } from "../../arena/arena.ts";
import { POSITION, snap, VELOCITY } from "../../quantize.ts";

/** One number of a ball and how it travels; see `quantize.ts` for what is rounded. */
type BallField = "position" | "velocity" | "uint8";

/**
 * What a ball is to both ends: how it goes on depends on nothing else but the ground and who touches it. All numbers are
 * what the wire can carry, so that a page that rolls it on from a received state computes the same as the server.
 */
export const BALL_FIELDS = {
  /** Centre (tiles). */
  x: "position",
  y: "position",
  /** Velocity (tiles/s). */
  vx: "velocity",
  vy: "velocity",
  /** Ticks left in the air after a spring. */
  air: "uint8",
  /** Ticks until it is back at its mark; 0 while it is in play. */
  out: "uint8",
} as const satisfies Readonly<Record<string, BallField>>;

export type BallFieldName = keyof typeof BALL_FIELDS;
export const BALL_FIELD_NAMES = Object.keys(BALL_FIELDS) as readonly BallFieldName[];

/** Where a ball is and how it goes on. */
export type BallMotion = Record<BallFieldName, number>;

/** Somebody who has touched it. */
export interface Touch {
  readonly id: string;
  /** Ticks since then. */
  age: number;
}

/** The ball of a world, with what only the server needs to know of it. */
export interface Ball extends BallMotion {
  /** How it was at `toldTick`: from there a page rolls it on by itself, until somebody touches it. */
  readonly told: BallMotion;
  toldTick: number;
  /** World tick in which it went on last: after a pause that was not the one before. */
  lastTick: number;
  /** By team: who touched it last. */
  touches: (Touch | undefined)[];
  /** Where it was when it had last moved as far as `BALL.stuckRange`, and the ticks since then. */
  readonly anchor: { x: number; y: number; ticks: number };
  /** The team in whose goal it has landed in the newest step; -1 for none. */
  scored: number;
}

/** Nowhere: where there is no ball. */
export const NO_BALL: Readonly<BallMotion> = { x: 0, y: 0, vx: 0, vy: 0, air: 0, out: 255 };

/** Where the ball of an arena begins (tiles); the middle when no mark says so. */
export function ballMark({ marks, width, height }: Arena): { readonly x: number; readonly y: number } {
  return marks.find(({ kind }) => kind === "ball") ?? { x: width / 2, y: height / 2 };
}

/** A ball that comes to its mark in `out` ticks (1..254), for so many teams. */
export function createBall(arena: Arena, teams: number, out: number, tick: number): Ball {
  const { x, y } = ballMark(arena);
  const motion = { x: snap(POSITION, x), y: snap(POSITION, y), vx: 0, vy: 0, air: 0, out };
  return {
    ...motion,
    told: { ...motion },
    toldTick: tick,
    lastTick: tick,
    touches: Array.from({ length: teams }, () => undefined),
    anchor: { x, y, ticks: 0 },
    scored: -1,
  };
}

/** Copies the motion of a ball into another one. */
export function copyMotion(from: Readonly<BallMotion>, to: BallMotion): void {
  for (const name of BALL_FIELD_NAMES) to[name] = from[name];
}

/** Whether two balls are at the same place and go on alike. */
export function isSameMotion(a: Readonly<BallMotion>, b: Readonly<BallMotion>): boolean {
  return BALL_FIELD_NAMES.every((name) => a[name] === b[name]);
}

/** Rounds what travels to what can travel. */
export function snapBall(ball: BallMotion): void {
  ball.x = snap(POSITION, ball.x);
  ball.y = snap(POSITION, ball.y);
  ball.vx = snap(VELOCITY, ball.vx);
  ball.vy = snap(VELOCITY, ball.vy);
}

/** Takes a ball out of play for so many ticks, where it is. */
export function takeOut(ball: BallMotion, ticks: number): void {
  ball.vx = 0;
  ball.vy = 0;
  ball.air = 0;
  ball.out = ticks;
}
