import { refused, refusedWith } from "../matchmaking/refusal.ts";
import type { ProcessCard } from "./process-card.ts";

/**
 * The process that the next room is opened on: by chance one of the two with the fewest players. Figures are as old as a beat,
 * and always taking the emptiest would send all rooms of that time to the same one.
 * @param roll 0 to 1, 1 excluded.
 * @param bots Bots that it is to have for certain, beside the person who opens it.
 * @throws Refusal when none has room.
 */
export function choosePlace(processes: readonly ProcessCard[], roll: number, bots = 0): ProcessCard {
  const open = processes.filter(({ state, refusal }) => state === "open" && refusal === undefined);
  const roomy = open.filter(({ left }) => bots === 0 || left > bots);
  const emptiest = roomy.sort((a, b) => a.players - b.players || a.rooms - b.rooms).slice(0, 2);
  const chosen = emptiest[Math.floor(roll * emptiest.length)];
  if (chosen !== undefined) return chosen;
  if (open.length > 0) {
    const most = Math.max(...open.map(({ left }) => left));
    throw refused("bots_of_server", { count: Math.max(0, most - 1), wanted: bots });
  }
  const why = processes.find(({ state, refusal }) => state === "open" && refusal !== undefined)?.refusal;
  throw why === undefined ? refused("going_down") : refusedWith(why);
}
