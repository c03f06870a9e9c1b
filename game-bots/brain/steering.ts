import type { Ground } from "#shared/simulation/ground.ts";
import type { Body, PlayerInput } from "#shared/simulation/types.ts";
import { MOVE } from "#shared/tunables.ts";
import { rotate, type Vector } from "./geometry.ts";
import { type Rehearsal, Risk } from "./rehearsal.ts";
import { isCalm } from "./terrain.ts";

/** Turns (radians) from the wanted direction that are tried when it leads over an edge; then standing. */
const DETOURS = [0, 0.6, -0.6, 1.2, -1.2, 1.9, -1.9, 2.5, -2.5, Math.PI];
const STAND: Vector = { x: 0, y: 0 };

/**
 * The move nearest to the wanted one that does not end in the void. `hold` is how long (ticks) a move is
 * thought to go on. Prefers `side` (1 or -1) among equal detours.
 */
export function safeMove(
  rehearsal: Rehearsal,
  self: Body,
  ground: Ground,
  wish: Vector,
  hold: number,
  side: number,
): Vector {
  if (isCalm(ground.arena, self.x, self.y) && isRunning(self)) return wish;
  const tried: PlayerInput = { moveX: 0, moveY: 0, aim: self.aim, push: false, dash: false, brace: false };
  let best = STAND;
  let bestRisk: Risk | undefined;
  const tryOut = (move: Vector): boolean => {
    tried.moveX = move.x;
    tried.moveY = move.y;
    const risk = rehearsal.risk(self, ground, tried, hold);
    if (bestRisk !== undefined && risk >= bestRisk) return false;
    best = move;
    bestRisk = risk;
    return risk === Risk.None;
  };
  if (wish.x === 0 && wish.y === 0 && tryOut(STAND)) return STAND;
  const heading = Math.hypot(wish.x, wish.y) > 0.1 ? wish : awayFromMotion(self);
  for (const detour of DETOURS) {
    if (tryOut(rotate(heading, detour * side))) return best;
    if (detour === DETOURS[4] && tryOut(STAND)) return STAND;
  }
  return best;
}

function isRunning(self: Body): boolean {
  const limit = MOVE.topSpeed + 0.5;
  return self.vx * self.vx + self.vy * self.vy < limit * limit;
}

function awayFromMotion(self: Body): Vector {
  const speed = Math.hypot(self.vx, self.vy);
  return speed > 0.1 ? { x: -self.vx / speed, y: -self.vy / speed } : { x: 1, y: 0 };
}
