import { BALL } from "../ball-tunables.ts";
import { codeOf, dequantize, POSITION, VELOCITY } from "../quantize.ts";

/** Steps of a velocity that a ball has at most in either direction. */
const REACH = codeOf(VELOCITY, BALL.maxSpeed) - codeOf(VELOCITY, 0);
/** The code of the largest velocity to the left, or up. */
const SLOWEST = codeOf(VELOCITY, 0) - REACH;
/** Numbers of which each part of the code is one. */
const PLACES = 2n ** 16n;
const PACES = BigInt(2 * REACH + 1);
/** Ticks are told modulo this: more than lie between two patches, and no more than there is room for in 64 bits. */
export const ROLL_TURN = 15;

/** A ball as it was told at a tick, modulo 256. */
interface ToldBall {
  x: number;
  y: number;
  vx: number;
  vy: number;
  since: number;
}

/** What a state needs to take a folded ball apart. */
interface BallHolder {
  readonly tick: number;
  readonly ball: ToldBall;
}

function paceCode(velocity: number): bigint {
  return BigInt(Math.min(2 * REACH, Math.max(0, codeOf(VELOCITY, velocity) - SLOWEST)));
}

/**
 * A ball that somebody has touched at a tick as a patch carries it: place, velocity and tick in one number of 64 bits, in the
 * state itself, where nothing names the ball. Nothing is lost: both ends have the same numbers.
 */
export function rollOf({ x, y, vx, vy }: Readonly<Omit<ToldBall, "since">>, tick: number): bigint {
  const place = BigInt(codeOf(POSITION, x)) * PLACES + BigInt(codeOf(POSITION, y));
  const pace = paceCode(vx) * PACES + paceCode(vy);
  return (place * PACES * PACES + pace) * BigInt(ROLL_TURN) + BigInt(tick % ROLL_TURN);
}

/** What stands there before anything was told. As a ball it would be one in a far corner at full speed, which there never is. */
const NO_NEWS = 0n;

/** Takes a folded ball apart into the fields that a full state fills. The tick of the state has come with it. */
function unroll({ tick, ball }: BallHolder, roll: bigint): void {
  let rest = roll;
  const take = (count: bigint): number => {
    const part = Number(rest % count);
    rest /= count;
    return part;
  };
  const told = take(BigInt(ROLL_TURN));
  ball.since = (tick - ((((tick - told) % ROLL_TURN) + ROLL_TURN) % ROLL_TURN)) & 0xff;
  ball.vy = dequantize(VELOCITY, take(PACES) + SLOWEST);
  ball.vx = dequantize(VELOCITY, take(PACES) + SLOWEST);
  ball.y = dequantize(POSITION, take(PLACES));
  ball.x = dequantize(POSITION, take(PLACES));
}

/** What a page does with a folded ball that comes in. */
export const BALL_ACCESSORS: { roll: PropertyDescriptor & ThisType<BallHolder> } = {
  roll: {
    set(roll: bigint) {
      // The first patch after a room was made says that there has been no news yet.
      if (roll !== NO_NEWS) unroll(this, roll);
    },
  },
};
