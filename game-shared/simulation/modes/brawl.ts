import { MATCH } from "../../tunables.ts";
import type { Mode } from "./mode.ts";

/** Everyone for themselves: most knock-outs win, of equals who fell less often. */
export const brawl: Mode = {
  id: "brawl",
  name: "Brawl",
  timeLimit: MATCH.brawlTime,
  maxPlayers: MATCH.maxPlayers,
  fillTo: MATCH.fillTo,
  fell(_world, player, killer) {
    player.falls += 1;
    player.streak = 0;
    if (killer === undefined) {
      player.selfKnockouts += 1;
      return;
    }
    killer.knockouts += 1;
    killer.streak += 1;
  },
  score: (tally) => tally.knockouts,
  compare: (a, b) => b.knockouts - a.knockouts || a.falls - b.falls,
};
