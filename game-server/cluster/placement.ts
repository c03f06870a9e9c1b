import { refused, refusedWith } from "../matchmaking/refusal.ts";
import type { ProcessCard } from "./process-card.ts";

/**
 * The process that the next room is opened on: by chance one of the two with the fewest players. Figures are as old as a beat,
 * and always taking the emptiest would send all rooms of that time to the same one.
 * @param roll 0 to 1, 1 excluded.
 * @throws Refusal when none has room.
 */
export function choosePlace(processes: readonly ProcessCard[], roll: number): ProcessCard {
  const open = processes.filter(({ state, refusal }) => state === "open" && refusal === undefined);
  const emptiest = open.sort((a, b) => a.players - b.players || a.rooms - b.rooms).slice(0, 2);
  const chosen = emptiest[Math.floor(roll * emptiest.length)];
  if (chosen !== undefined) return chosen;
  const why = processes.find(({ state, refusal }) => state === "open" && refusal !== undefined)?.refusal;
  throw why === undefined ? refused("going_down") : refusedWith(why);
}
