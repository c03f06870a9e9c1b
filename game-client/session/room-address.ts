import { type NetworkConditions, removeConditions } from "./network-conditions.ts";
import type { Stores } from "./stores/stores.ts";

/**
 * The address of a page, so that it is a link to the room that one is in: it can be shared, and a reload comes back to it.
 * `conditionsOfAddress` is the simulated network that the page was opened with.
 */
export function addressOfRoom(now: URL, stores: Stores, conditionsOfAddress: NetworkConditions): string {
  const address = new URL(now);
  const code = stores.hud.room.peek()?.code;
  const { name } = stores.page.screen.peek();
  // On the way into a room, and where one can try again, it still says where to.
  const onTheWay =
    name === "card" ||
    name === "connecting" ||
    name === "closed" ||
    stores.menu.passwordFor.peek() !== undefined;
  if (code !== undefined && stores.practice.report.peek() === undefined)
    address.searchParams.set("room", code);
  else if (!onTheWay) address.searchParams.delete("room");
  // Whoever is sent the link gets the card.
  if (code !== undefined || !onTheWay) address.searchParams.delete("join");
  if (stores.preferences.askedConnection.peek() === undefined) address.searchParams.delete("transport");
  if (stores.network.conditions.peek() !== conditionsOfAddress) removeConditions(address.searchParams);
  return address.href;
}
