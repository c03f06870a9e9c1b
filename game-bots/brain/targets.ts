import { Action } from "#shared/simulation/types.ts";
import { bearing, distanceBetween, turnTo } from "./geometry.ts";
import { clearanceAt } from "./terrain.ts";
import type { Situation } from "./traits.ts";
import { isMate, type SeenPlayer } from "./view.ts";

/** Distance (tiles) that weighs as much as one point of everything else. */
const NEARNESS = 4;
/** Others this close (tiles) to somebody are busy with them. */
const CROWD_RADIUS = 2.6;
/** What speaks for somebody: being the one all along, wobble (per percent), an edge nearby, facing this bot. */
const LOYALTY = 0.5;
const WOBBLY = 1 / 200;
const MAX_WOBBLE = 150;
const EDGE = 0.5;
const EDGE_RANGE = 2.5;
const FACING = 0.3;
const FACING_RANGE = 5;
/** What speaks against: protection, and each other player close to them. */
const PROTECTED = 1.2;
const CROWDED = 0.3;
/** Nobody weighs all this alike twice. */
const WHIM = 0.15;
/** Half angle (radians) within which somebody is taken to look at a place: about the cone of a push. */
const GAZE = 0.6;

/**
 * Whom to go for, if anybody: near, wobbly, near an edge, not in a crowd, not somebody else every moment, and no mate. `worth` is
 * what else speaks for somebody; undefined leaves them alone.
 */
export function chooseTarget(
  situation: Situation,
  current: string,
  worth: (other: SeenPlayer) => number | undefined = () => 0,
): SeenPlayer | undefined {
  let best: SeenPlayer | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const other of situation.others) {
    if (other.action === Action.Falling || isMate(situation.view, other)) continue;
    const more = worth(other);
    if (more === undefined) continue;
    const score = appeal(situation, other) + more + (other.id === current ? LOYALTY : 0);
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
  score += Math.min(other.wobble, MAX_WOBBLE) * WOBBLY;
  score += EDGE * Math.max(0, 1 - clearanceAt(ground, other.x, other.y) / EDGE_RANGE);
  if (other.protectTicks > 0) score -= PROTECTED;
  if (isFacing(other, self) && distance < FACING_RANGE) score += FACING;
  for (const third of others) {
    if (third !== other && distanceBetween(third, other) < CROWD_RADIUS) score -= CROWDED;
  }
  return score + dice.spread() * WHIM;
}

/** Whether somebody looks towards a place. */
export function isFacing(other: SeenPlayer, place: { readonly x: number; readonly y: number }): boolean {
  return Math.abs(turnTo(other.aim, bearing(other, place))) < GAZE;
}
