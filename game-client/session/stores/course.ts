import { type Signal, signal } from "@preact/signals-core";
import { NO_TEAM } from "#shared/state/seat-team.ts";
import type { Text } from "../../words/t.ts";
import type { FeedName } from "./feed.ts";

/** Something that is called out to everybody for a moment. */
export interface Said {
  /** Grows by one with each. */
  readonly key: number;
  readonly text: Text;
  /** Whether it is good or bad for this player. */
  readonly tone: "good" | "bad" | "plain";
}

/** A zone, and who holds it. */
export interface ZoneHeld {
  readonly id: string;
  /** Number of the team that holds it; `NO_TEAM` while nobody does. */
  readonly team: number;
}

/** How the match of a mode goes on, besides scores. */
export interface CourseStore {
  /** Number of the round, from 1; 0 where there are none. */
  readonly round: Signal<number>;
  /** Whole seconds until the ring that shakes sinks; 0 while none does. */
  readonly sinksIn: Signal<number>;
  /** Who wears the crown; undefined while nobody does. */
  readonly bearer: Signal<(FeedName & { readonly id: string }) | undefined>;
  readonly zones: Signal<readonly ZoneHeld[]>;
  /** Number of the team whose goals count twice now; `NO_TEAM` while those of none do. */
  readonly twice: Signal<number>;
  /** What was called out last. */
  readonly said: Signal<Said | undefined>;
}

/** The course of no match. */
export function createCourseStore(): CourseStore {
  return {
    round: signal(0),
    sinksIn: signal(0),
    bearer: signal<(FeedName & { id: string }) | undefined>(undefined),
    zones: signal<readonly ZoneHeld[]>([]),
    twice: signal(NO_TEAM),
    said: signal<Said | undefined>(undefined),
  };
}
