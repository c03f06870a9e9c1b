import { Tile } from "#shared/arena/arena.ts";
import { chargeShare } from "#shared/simulation/actions.ts";
import { tileUnder } from "#shared/simulation/ground.ts";
import { reachOf } from "#shared/simulation/push.ts";
import { TILE_RULES } from "#shared/simulation/tiles/table.ts";
import { Action } from "#shared/simulation/types.ts";
import { exposure, pushSpeed } from "./exposure.ts";
import { bearing, distanceBetween, turnTo, type Vector } from "./geometry.ts";
import { isFacing } from "./targets.ts";
import { clearanceAt } from "./terrain.ts";
import type { Situation } from "./traits.ts";
import type { SeenPlayer } from "./view.ts";

/** Directions that are looked at around a victim. */
const DIRECTIONS_TRIED = 16;
/** Distance (tiles) from which a push is meant to be let go. */
const STRIKING_DISTANCE = 1.6;
/** Distance (tiles) kept while there is no push to let go. */
const WAITING_DISTANCE = 4.2;
/** Distance (tiles) kept beyond the reach of somebody who is charging. */
const RESPECT = 0.7;
/** Share of the wanted charge from which one closes in. */
const READY = 0.7;
/** Nobody plans to stand closer to an edge than this (tiles); more room than ENOUGH counts no more. */
const NARROW = 0.8;
const ENOUGH = 3;
/** Weights of a short way around the victim, of a tile of room for oneself, and of a whim. */
const SHORT_WAY = 0.4;
const ROOM = 0.2;
const WHIM = 0.05;
/** Share of the missing angle that the aim leans, and the most of it (radians): the cone is 0.61 to each side. */
const LEAN = 0.6;
const MAX_LEAN = 0.35;

/** The direction (radians) to push somebody in: over the nearest edge, if the way around is not too long. */
export function chooseDirection(situation: Situation, target: SeenPlayer): number {
  const { self, ground, ability, dice } = situation;
  const now = bearing(self, target);
  const speed = pushSpeed(ability.charge, STRIKING_DISTANCE, target.wobble);
  let best = now;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < DIRECTIONS_TRIED; i++) {
    const angle = now + (i / DIRECTIONS_TRIED) * 2 * Math.PI;
    const direction = { x: Math.cos(angle), y: Math.sin(angle) };
    const spot = standingPlace(target, angle, STRIKING_DISTANCE);
    const room = clearanceAt(ground, spot.x, spot.y);
    if (room < NARROW) continue;
    const promise = exposure(ground, target, direction, speed) * ability.flank;
    const score =
      promise +
      SHORT_WAY * Math.cos(angle - now) +
      ROOM * ability.caution * Math.min(room, ENOUGH) +
      WHIM * dice.spread();
    if (score <= bestScore) continue;
    best = angle;
    bestScore = score;
  }
  return best;
}

/** Where to stand to push somebody in a direction from a distance. */
function standingPlace(target: Vector, angle: number, distance: number): Vector {
  return { x: target.x - Math.cos(angle) * distance, y: target.y - Math.sin(angle) * distance };
}

/** Where to be now, on the way to pushing somebody in a direction. */
export function fightingPlace(situation: Situation, target: SeenPlayer, angle: number): Vector {
  const { self, ground, ability } = situation;
  const ready = self.action === Action.Charging && chargeShare(self.charge) >= ability.charge * READY;
  let distance = ready ? STRIKING_DISTANCE : WAITING_DISTANCE;
  if (!ready && target.action === Action.Charging && isFacing(target, self)) {
    distance = reachOf(chargeShare(target.charge)) + RESPECT;
  }
  const place = standingPlace(target, angle, distance);
  const tile = tileUnder(ground, place.x, place.y);
  if (tile !== Tile.Void && TILE_RULES[tile].solid === undefined) return place;
  return distance > STRIKING_DISTANCE ? standingPlace(target, bearing(self, target), distance) : target;
}

/** Where to point: at the target, leaning towards the wanted direction as far as the cone allows. */
export function pointAt(situation: Situation, target: SeenPlayer, angle: number): number {
  const straight = bearing(situation.self, target);
  const lean = turnTo(straight, angle) * LEAN * situation.ability.flank;
  return straight + Math.min(MAX_LEAN, Math.max(-MAX_LEAN, lean));
}

/** Chance 0..1 that a push of this charge, let go now, throws the target over an edge. */
export function promiseNow(situation: Situation, target: SeenPlayer, charge: number): number {
  const { self, ground } = situation;
  const distance = distanceBetween(self, target);
  const angle = bearing(self, target);
  const direction = { x: Math.cos(angle), y: Math.sin(angle) };
  return exposure(ground, target, direction, pushSpeed(charge, distance, target.wobble));
}
