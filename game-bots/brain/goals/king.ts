import type { SeenThing } from "../view.ts";
import type { Goal, Want } from "./goal.ts";

/** A crown that lies there is walked over. */
const ON_IT = 0.3;
/** How near (tiles) to its bearer one goes before anything else matters. */
const NEAR_BEARER = 5;
/** What the crown is worth on a target: its bearer is worth a walk of sixteen tiles. */
const CROWNED = 4;

/** Goes for the crown where it lies, and for its bearer, whom everybody wants to push off. */
export const king: Goal = {
  want({ view: { things, selfId }, others }): Want | undefined {
    const crown = findCrown(things);
    if (crown === undefined || crown.owner === selfId) return undefined;
    if (crown.owner === "") return { x: crown.x, y: crown.y, within: ON_IT };
    const bearer = others.find(({ id }) => id === crown.owner);
    return bearer && { x: bearer.x, y: bearer.y, within: NEAR_BEARER };
  },
  appeal({ view: { things } }, { id }) {
    return findCrown(things)?.owner === id ? CROWNED : 0;
  },
};

function findCrown(things: readonly SeenThing[]): SeenThing | undefined {
  return things.find(({ kind }) => kind === "crown");
}
