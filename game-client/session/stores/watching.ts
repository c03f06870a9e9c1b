import { type Signal, signal } from "@preact/signals-core";
import type { Gaze } from "#player/netcode/match-view.ts";
import type { Look } from "#shared/look.ts";
import type { SeatRole } from "#shared/state/seat-state.ts";

/** Somebody who is followed. */
export interface Followed {
  readonly id: string;
  readonly name: string;
  readonly look: Look;
}

/** What becomes of somebody who watches and wants to play. */
export type WayToSeat =
  /** A seat is free. */
  | { readonly kind: "free" }
  /** All are taken; one can stand in line. */
  | { readonly kind: "taken" }
  /** One stands in line, at this place from 1. */
  | { readonly kind: "inLine"; readonly place: number };

/** Those who watch, and what this page sees if it does. */
export interface WatchingStore {
  /** How many watch. */
  readonly count: Signal<number>;
  /** What this player does in the room. */
  readonly role: Signal<SeatRole>;
  /** A match is shown in which this player has no character in play: they watch, or wait for the next match or round. */
  readonly isOn: Signal<boolean>;
  /** This player has no life left in this round. */
  readonly isOut: Signal<boolean>;
  readonly mode: Signal<Gaze["mode"]>;
  /** Undefined while there is nobody to follow. */
  readonly followed: Signal<Followed | undefined>;
  readonly way: Signal<WayToSeat>;
}

/** A room in which nobody watches. */
export function createWatchingStore(): WatchingStore {
  return {
    count: signal(0),
    role: signal<SeatRole>("player"),
    isOn: signal(false),
    isOut: signal(false),
    mode: signal<Gaze["mode"]>("follow"),
    followed: signal<Followed | undefined>(undefined),
    way: signal<WayToSeat>({ kind: "taken" }),
  };
}
