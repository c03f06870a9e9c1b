import { Effect } from "#shared/simulation/pickups/effect.ts";
import { PICKUP_NAMES } from "#shared/simulation/pickups/table.ts";
import { glowOf } from "#shared/simulation/things/pickup.ts";
import { distanceBetween } from "../geometry.ts";
import { clearanceAt } from "../terrain.ts";
import type { Situation } from "../traits.ts";
import type { SeenThing } from "../view.ts";
import type { Goal, Want } from "./goal.ts";

/** From this near (tiles) one goes for a pickup, and for a place that glows. */
const NEAR = { lying: 7, glowing: 4 } as const;
/** A pickup is walked over; next to a glow one waits. */
const ON_IT = 0.3;
const BESIDE_IT = 1.2;
/** Whoever is so much nearer to it (tiles) gets it: one does something else. */
const LOST = 1.5;
/** With less wobble than this (percent) nobody needs a feather. */
const SHAKEN = 30;
/** A careful bot leaves what lies nearer to an edge than this (tiles). */
const ROOM = 0.8;

const LYING: ReadonlySet<string> = new Set(PICKUP_NAMES);
const GLOWING: ReadonlySet<string> = new Set(PICKUP_NAMES.map(glowOf));

/** Fetches what lies near and is of use, unless it is too near to an edge or somebody else gets there first. */
export const fetchPickups: Goal = {
  want(situation): Want | undefined {
    const { self, view } = situation;
    let best: SeenThing | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const thing of view.things) {
      const distance = distanceBetween(self, thing);
      if (distance >= least || distance > reachTo(thing)) continue;
      if (!isUseful(situation, thing) || !isSafe(situation, thing) || isLost(situation, thing, distance))
        continue;
      best = thing;
      least = distance;
    }
    return best && { x: best.x, y: best.y, within: LYING.has(best.kind) ? ON_IT : BESIDE_IT };
  },
};

function reachTo({ kind }: SeenThing): number {
  if (LYING.has(kind)) return NEAR.lying;
  return GLOWING.has(kind) ? NEAR.glowing : 0;
}

/** Nobody gives away what they carry for something else, and a feather only helps those who wobble. */
function isUseful({ self }: Situation, { kind }: SeenThing): boolean {
  if (kind === "feather" || kind === "soon-feather") return self.wobble >= SHAKEN;
  return self.effect === Effect.None;
}

function isSafe({ ground, ability }: Situation, { x, y }: SeenThing): boolean {
  return clearanceAt(ground, x, y) > ROOM * ability.caution;
}

function isLost({ others }: Situation, thing: SeenThing, distance: number): boolean {
  return others.some((other) => distanceBetween(other, thing) < distance - LOST);
}
