import { rimOf } from "#shared/simulation/rim.ts";
import type { Goal, Want } from "./goal.ts";

/** So near (tiles) to the core nobody has to fear for the ground. */
const AT_CORE = 3;
/** With so many rings left beyond the own one there is no hurry. */
const SPARE = 1;

/** Leaves what shakes, and what shakes next, for what stays. */
export const last: Goal = {
  want({ self, ground, view }): Want | undefined {
    const { arena, sunk } = ground;
    const { rings, x, y } = rimOf(arena);
    const ring = rings[Math.floor(self.y) * arena.width + Math.floor(self.x)] ?? 0;
    const going = sunk + (view.shaking ? 1 : 0);
    return ring < going + SPARE && going > 0 ? { x, y, within: AT_CORE } : undefined;
  },
};
