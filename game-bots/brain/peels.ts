import { distanceBetween, rotate, type Vector } from "./geometry.ts";
import type { Situation } from "./traits.ts";

/** From this near (tiles) a peel in the way is gone around. */
const NEAR = 1.7;
/** It is in the way when the heading leads this near to straight at it (cosine). */
const IN_THE_WAY = 0.6;
/** Turn (radians) around it. */
const TURN = 1.1;
/** Bots that care less than this about where they tread see no peels. */
const CARELESS = 0.5;

/** A heading (unit vector) that does not lead over the peel of a banana. */
export function aroundPeels({ self, view, ability, traits }: Situation, heading: Vector): Vector {
  if (ability.caution < CARELESS) return heading;
  for (const thing of view.things) {
    if (thing.kind !== "peel") continue;
    const distance = distanceBetween(self, thing);
    if (distance > NEAR || distance === 0) continue;
    const toX = (thing.x - self.x) / distance;
    const toY = (thing.y - self.y) / distance;
    if (heading.x * toX + heading.y * toY < IN_THE_WAY) continue;
    const across = heading.x * toY - heading.y * toX;
    return rotate(heading, TURN * (across === 0 ? traits.side : -Math.sign(across)));
  }
  return heading;
}
