import { PUSH, ticks } from "../tunables.ts";
import { isParrying } from "./actions.ts";
import type { Blow } from "./blow.ts";
import { copyBody } from "./body.ts";
import type { BlowMeans } from "./means.ts";
import type { ReleasedPush } from "./push.ts";
import type { Body, PlayerInput, World } from "./types.ts";

/** Ticks after a blow in which an answer to it may come. */
export const ANSWER_TICKS = ticks(PUSH.answerWindowMs / 1000);

/** A push that hit, and the blow that it dealt. */
export interface Hit {
  readonly push: ReleasedPush;
  readonly blow: Blow;
}

/**
 * The pushes that hit a player in one tick, and what it takes to undo them. It is open until the window is over, until
 * something else hits the player, or until they fall, leave or are put on a spawn.
 */
export interface OpenBlow {
  /** World tick of the blow. */
  readonly tick: number;
  readonly hits: Hit[];
  /** The victim just before it. */
  readonly before: Body;
  readonly lastHitBy: string;
  readonly lastHitTick: number;
  readonly lastHitMeans: BlowMeans | undefined;
  /** What the victim has done since, in order. */
  readonly inputs: PlayerInput[];
}

/**
 * What is to be kept of a blow that is about to land; undefined when there is nothing to wait for. Bots see the world
 * as it is, so their answers are never late, and a parried blow has been answered.
 */
export function openBlow(world: World, hit: Hit): OpenBlow | undefined {
  const { victim } = hit.blow;
  if (victim.bot || isParrying(victim)) return undefined;
  const open = world.openBlows.get(victim.id);
  if (open?.tick === world.tick) {
    open.hits.push(hit);
    return open;
  }
  const { lastHitBy, lastHitTick, lastHitMeans } = victim;
  const last = { lastHitBy, lastHitTick, lastHitMeans };
  return { tick: world.tick, hits: [hit], before: copyBody(victim), ...last, inputs: [] };
}

/** Lets go of the blows to which every answer would now be too late. */
export function closeBlows(world: World): void {
  for (const [id, { tick }] of world.openBlows) {
    if (world.tick - tick > ANSWER_TICKS) world.openBlows.delete(id);
  }
}
