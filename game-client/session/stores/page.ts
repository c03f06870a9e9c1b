import { type Signal, signal } from "@preact/signals-core";
import type { TransportName } from "#transports/contract/names.ts";
import type { Text } from "../../words/t.ts";

/** Which of its screens the page shows. */
export type Screen =
  /** The menu, with a word about why one is back there, if there is a reason. */
  | { name: "menu"; notice?: Text }
  /** The card of the room that a link leads to, with a word about why one is not in it, if there is a reason. */
  | { name: "card"; code: string; notice?: Text }
  /** A request to the server is under way; `what` says which. */
  | { name: "connecting"; what: Text }
  /** In a room; the picture belongs to the game, the HUD lies over it. */
  | { name: "match" }
  /** The connection is lost and being restored until `deadline` (ms since 1970). */
  | { name: "reconnecting"; deadline: number }
  /**
   * It is over: the room is gone, the server is gone, one was removed. `retry` offers to try again, `instead` to join
   * over another transport.
   */
  | { name: "closed"; title: Text; text: Text; retry: boolean; instead?: TransportName };

/** Where the player is on their way through the page. */
export interface PageStore {
  readonly screen: Signal<Screen>;
}

/** A page that shows its menu. */
export function createPageStore(): PageStore {
  return { screen: signal<Screen>({ name: "menu" }) };
}
