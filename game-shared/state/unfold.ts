import type { Decoder } from "@colyseus/schema";
import { BALL_ACCESSORS } from "./folded-ball.ts";
import { PLACE_ACCESSORS } from "./folded-place.ts";

/** What patches say in a field of its own, and what a page does with it. */
const FOLDED = [PLACE_ACCESSORS, BALL_ACCESSORS];

/**
 * Has a decoder put what patches fold up into the fields that a full state fills, where everybody reads it. To be called before
 * its first state.
 */
export function unfold({ context }: Pick<Decoder, "context">): void {
  for (const { prototype, [Symbol.metadata]: fields } of context.schemas.keys()) {
    for (const accessors of FOLDED) {
      // A class that is written as well as read has accessors of its own.
      const isOurs = Object.keys(accessors).every((name) => name in fields && !(name in prototype));
      if (isOurs) Object.defineProperties(prototype, accessors);
    }
  }
}
