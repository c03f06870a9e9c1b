import { type Signal, signal } from "@preact/signals-core";
import type { Text } from "../../words/t.ts";

/** A word of the room to this player: of what has happened, or why something was not done. */
export interface Notice {
  /** Grows by one with each: a key for lists. */
  readonly key: number;
  readonly text: Text;
  readonly isRefusal: boolean;
}

/** What the room says to this player. */
export interface NoticesStore {
  /** Oldest first, the last few; the page lets each fade. */
  readonly items: Signal<readonly Notice[]>;
}

/** A room that has said nothing. */
export function createNoticesStore(): NoticesStore {
  return { items: signal<readonly Notice[]>([]) };
}
