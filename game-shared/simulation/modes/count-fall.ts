import type { Player } from "../types.ts";

/** Counts a fall for whoever fell and whoever pushed them, as every mode does. */
export function countFall(player: Player, killer: Player | undefined): void {
  player.falls += 1;
  player.streak = 0;
  if (killer === undefined) {
    player.selfKnockouts += 1;
    return;
  }
  killer.knockouts += 1;
  killer.streak += 1;
}
