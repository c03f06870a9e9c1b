import type { Arena } from "#shared/arena/arena.ts";
import { brawl } from "#shared/simulation/modes/brawl.ts";
import type { Mode } from "#shared/simulation/modes/mode.ts";
import type { Player } from "#shared/simulation/types.ts";

/** The longest match (s) that there is: nobody is to be stopped by the clock. */
const ENDLESS_SECONDS = 1800;

/** A Brawl whose bots appear where a drill wants them. Pages know it as a Brawl. */
export function practiceMode(spotsFor: (player: Player) => Arena["spawns"] | undefined): Mode {
  return {
    ...brawl,
    timeLimit: ENDLESS_SECONDS,
    spawnsFor: ({ arena }, player) => spotsFor(player) ?? arena.spawns,
  };
}
