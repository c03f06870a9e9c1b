import { Action } from "#shared/simulation/types.ts";
import { bearing, distanceBetween, turnTo } from "./geometry.ts";
import { clearanceAt } from "./terrain.ts";
import type { Situation } from "./traits.ts";
import type { SeenPlayer } from "./view.ts";

/** Distance (tiles) that weighs as much as one point of everything else. */
const NEARNESS = 4;
/** Others this close (tiles) to somebody are busy with them. */
const CROWD_RADIUS = 2.6;

/** Whom to go for, if anybody: near, wobbly, near an edge, not in a crowd, and not somebody else every moment. */
export function chooseTarget(situation: Situation, current: string): SeenPlayer | undefined {
  let best: SeenPlayer | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const other of situation.others) {
    if (other.action === Action.Falling) continue;
    const score = appeal(situation, other) + (other.id === current ? 0.5 : 0);
    if (score <= bestScore) continue;
    best = other;
    bestScore = score;
  }
  return best;
}

function appeal(situation: Situation, other: SeenPlayer): number {
  const { self, ground, others, dice, traits } = situation;
  const distance = distanceBetween(self, other);
  let score = (-distance / NEARNESS) * traits.boldness;
  score += Math.min(other.wobble, 150) / 200;
  score += 0.5 * Math.max(0, 1 - clearanceAt(ground.arena, other.x, other.y) / 2.5);
  if (other.protectTicks > 0) score -= 1.2;
  if (isFacing(other, self) && distance < 5) score += 0.3;
  for (const third of others) {
    if (third !== other && distanceBetween(third, other) < CROWD_RADIUS) score -= 0.3;
  }
  return score + dice.spread() * 0.15;
}

/** Whether somebody looks towards a place, give or take 35 degrees. */
export function isFacing(other: SeenPlayer, place: { readonly x: number; readonly y: number }): boolean {
  return Math.abs(turnTo(other.aim, bearing(other, place))) < 0.6;
}
