import { BALL } from "../ball-tunables.ts";
import { ticks } from "../tunables.ts";
import { type Ball, ballMark, copyMotion, isSameMotion, takeOut } from "./ball/ball.ts";
import { rollBall } from "./ball/roll.ts";
import { pushBall, touchBall } from "./ball-contacts.ts";
import { noteBlow } from "./means.ts";
import type { ReleasedPush } from "./push.ts";
import type { Player, World } from "./types.ts";

/** A page is told of a ball that rolls freely at least this often (ticks), so that an error of its own does not last. */
const TELL_EVERY = 100;
const STUCK_TICKS = ticks(BALL.stuckTime);

/**
 * One tick of the ball of a world, if it has one: pushes move it, it rolls on, and whoever it runs into is moved. In the
 * order in which a page does the same for its own character.
 */
export function stepBall(world: World, pushes: readonly ReleasedPush[], dt: number): void {
  const { ball, tick } = world;
  if (ball === undefined) return;
  for (const touch of ball.touches) if (touch !== undefined) touch.age += 1;
  let isNews = ball.lastTick !== tick - 1;
  ball.lastTick = tick;
  for (const push of pushes) {
    if (!pushBall(ball, push, world)) continue;
    note(ball, push.attacker);
    isNews = true;
  }
  const turn = rollBall(ball, { ground: world, tick, goals: world.phase === "playing", dt });
  ball.scored = turn?.kind === "goal" ? turn.team : -1;
  for (const player of world.players.values()) isNews = touch(world, ball, player) || isNews;
  if (turn?.kind === "back") ball.touches.fill(undefined);
  if (isStuck(ball, world)) takeOut(ball, ticks(BALL.returnTime));
  else if (turn === undefined && !isNews && !isStale(ball, tick)) return;
  tellBall(ball, tick);
}

/** From this tick on pages roll it on by themselves. */
export function tellBall(ball: Ball, tick: number): void {
  copyMotion(ball, ball.told);
  ball.toldTick = tick;
}

function isStale(ball: Ball, tick: number): boolean {
  return tick - ball.toldTick >= TELL_EVERY && !isSameMotion(ball, ball.told);
}

function note(ball: Ball, { id, team }: Player): void {
  ball.touches[team] = { id, age: 0 };
}

function touch(world: World, ball: Ball, player: Player): boolean {
  const sender = newestTouch(ball);
  const speed = Math.sqrt(ball.vx * ball.vx + ball.vy * ball.vy);
  const closing = touchBall(ball, player, world);
  if (closing === undefined) return false;
  // Whom a ball runs over somebody has run over.
  if (sender !== undefined && sender.team !== player.team && Math.min(speed, closing) >= BALL.creditSpeed) {
    noteBlow(world, player, sender.id, "ball");
  }
  note(ball, player);
  return true;
}

/** Who touched it last, of any team. */
export function newestTouch({ touches }: Ball): { id: string; team: number; age: number } | undefined {
  let newest: { id: string; team: number; age: number } | undefined;
  for (const [team, touch] of touches.entries()) {
    if (touch !== undefined && (newest === undefined || touch.age < newest.age)) newest = { ...touch, team };
  }
  return newest;
}

/** Whether a ball in play has not got anywhere for too long, wherever that may be but at its mark. */
function isStuck(ball: Ball, { arena }: World): boolean {
  const { anchor } = ball;
  const mark = ballMark(arena);
  const isFree =
    ball.out > 0 || isBeyond(ball, anchor, BALL.stuckRange) || !isBeyond(ball, mark, BALL.stuckRange);
  if (isFree) Object.assign(anchor, { x: ball.x, y: ball.y, ticks: 0 });
  anchor.ticks += 1;
  return anchor.ticks > STUCK_TICKS;
}

function isBeyond(a: { x: number; y: number }, b: { x: number; y: number }, distance: number): boolean {
  return (a.x - b.x) ** 2 + (a.y - b.y) ** 2 > distance ** 2;
}
