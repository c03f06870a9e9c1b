import { MATCH } from "../../tunables.ts";
import { payBounty } from "./comeback.ts";
import { countFall } from "./count-fall.ts";
import type { Mode } from "./mode.ts";

/** Everyone for themselves: most knock-outs win, of equals who fell less often. Points are what the last 30 s bring besides. */
export const brawl: Mode = {
  id: "brawl",
  name: "Brawl",
  timeLimit: MATCH.brawlTime,
  maxPlayers: MATCH.maxPlayers,
  fillTo: MATCH.fillTo,
  fell(world, player, killer, emit) {
    if (killer !== undefined) payBounty(world, player, killer, emit);
    countFall(player, killer);
  },
  score: ({ knockouts, points }) => knockouts + points,
  compare: (a, b) => b.knockouts + b.points - a.knockouts - a.points || a.falls - b.falls,
};
