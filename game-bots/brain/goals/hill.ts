import { HILL } from "#shared/mode-tunables.ts";
import type { Situation } from "../traits.ts";
import type { SeenThing } from "../view.ts";
import type { Goal, Want } from "./goal.ts";

/** Share of its radius that a bot stays inside of a zone. */
const INSIDE = 0.7;
/** What it is worth that somebody stands in a zone: they are the ones to push. */
const IN_ZONE = 1.5;
/** A zone that moves in a moment is left for where it goes, from this far away (tiles) on. */
const EARLY = 8;

/** Goes into the nearest zone, soon also to where it moves, and pushes others out of it. */
export const hill: Goal = {
  want(situation): Want | undefined {
    const radius = radiusIn(situation);
    const zone = nearest(situation, "zone");
    const next = nearest(situation, "zone-next");
    if (zone === undefined) return undefined;
    const goal = next !== undefined && distance(situation, zone) > EARLY ? next : zone;
    return { x: goal.x, y: goal.y, within: radius * INSIDE };
  },
  appeal(situation, { x, y }) {
    const zone = nearest(situation, "zone");
    if (zone === undefined) return 0;
    return Math.hypot(zone.x - x, zone.y - y) < radiusIn(situation) ? IN_ZONE : 0;
  },
};

function radiusIn({ view: { mode } }: Situation): number {
  return mode === "stampede-hill" ? HILL.crowd.radius : HILL.radius;
}

function distance({ self }: Situation, { x, y }: SeenThing): number {
  return Math.hypot(x - self.x, y - self.y);
}

function nearest(situation: Situation, wanted: string): SeenThing | undefined {
  let best: SeenThing | undefined;
  for (const thing of situation.view.things) {
    if (thing.kind !== wanted) continue;
    if (best === undefined || distance(situation, thing) < distance(situation, best)) best = thing;
  }
  return best;
}
