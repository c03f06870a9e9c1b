import { fightingPlace } from "./attack.ts";
import { distanceBetween, type Vector } from "./geometry.ts";
import type { Want } from "./goals/goal.ts";
import { ERRANDS, goalOf } from "./goals/table.ts";
import type { Situation } from "./traits.ts";
import type { SeenPlayer } from "./view.ts";

/** Whoever is this near (tiles) is in the way, wherever one wants to be. */
const IN_THE_WAY = 3;
/** So far (tiles) beyond a place that a bot keeps to it still goes for others. */
const LEASH = 2;

/** Where a bot wants to be now by what its mode is about. */
export function wantOf(situation: Situation): Want | undefined {
  for (const errand of ERRANDS) {
    const want = errand.want?.(situation);
    if (want !== undefined) return want;
  }
  return goalOf(situation.view.mode).want?.(situation);
}

/** Whether a bot is where it wants to be. */
export function isThere({ self }: Situation, want: Want): boolean {
  return distanceBetween(self, want) <= want.within;
}

/** What speaks for somebody as a target by what the mode is about; undefined for whom it does not bother about now. */
export function worthOf(situation: Situation, want: Want | undefined, other: SeenPlayer): number | undefined {
  const { self, view } = situation;
  const isNear = distanceBetween(self, other) < IN_THE_WAY;
  const isAround = want !== undefined && distanceBetween(want, other) < want.within + LEASH;
  if (want !== undefined && !isNear && !(isAround && isThere(situation, want))) return undefined;
  return goalOf(view.mode).appeal?.(situation, other) ?? 0;
}

/** Where to go: to the wanted place, and from there on to where one fights best without leaving it. */
export function placeFor(
  situation: Situation,
  want: Want | undefined,
  target: SeenPlayer | undefined,
  direction: number,
): Vector | undefined {
  if (want !== undefined && (target === undefined || !isThere(situation, want))) return want;
  if (target === undefined) return undefined;
  const place = fightingPlace(situation, target, direction);
  if (want === undefined) return place;
  const distance = distanceBetween(want, place);
  if (distance <= want.within) return place;
  const share = want.within / distance;
  return { x: want.x + (place.x - want.x) * share, y: want.y + (place.y - want.y) * share };
}
