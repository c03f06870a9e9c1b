import { type Signal, signal } from "@preact/signals-core";
import type { Look } from "#shared/look.ts";
import type { FallCause } from "../fall-words.ts";

/** Somebody whom the kill feed names. */
export interface FeedName {
  readonly name: string;
  readonly look: Look;
  readonly self: boolean;
  /** Number of the team, from 0; `NO_TEAM` where everybody plays for themselves. */
  readonly team: number;
}

/** A line of the kill feed. */
export interface FeedItem {
  /** Grows by one with each item: a key for lists. */
  key: number;
  means: FallCause;
  /** Who did it; absent when somebody fell alone. */
  by?: FeedName;
  victim: FeedName;
  /** ms since the page was opened, for fading out. */
  at: number;
}

/** Who fell. */
export interface FeedStore {
  /** Oldest first, at most five. */
  readonly items: Signal<readonly FeedItem[]>;
}

/** A feed of nothing. */
export function createFeedStore(): FeedStore {
  return { items: signal<readonly FeedItem[]>([]) };
}
