import { STAMPEDE } from "../../tunables.ts";
import { brawl } from "./brawl.ts";
import type { Mode } from "./mode.ts";
import { othersOf, spawnsNear } from "./near-the-crowd.ts";

/** A Brawl on a huge arena: scores are the same, but there are so many that nobody sees everybody. */
export const stampede: Mode = {
  ...brawl,
  id: "stampede",
  name: "Stampede",
  maxPlayers: STAMPEDE.maxPlayers,
  fillTo: STAMPEDE.fillTo,
  stepsTogether: STAMPEDE.stepsTogether,
  spawnsFor: (world, player) => spawnsNear(world, othersOf(world, player)),
};
