import { type Signal, signal } from "@preact/signals-core";
import type { RoomCard } from "#shared/room-list.ts";
import type { Text } from "../../words/t.ts";

/** What is known of the room of a join card. */
export type CardAbout =
  /** It is being asked for. */
  | { readonly kind: "looking" }
  | { readonly kind: "room"; readonly room: RoomCard }
  /** The server does not answer; it is asked again. */
  | { readonly kind: "unreachable" }
  /** There is no such room, or no more. */
  | { readonly kind: "gone"; readonly why: Text };

/** The room that the join card shows. */
export interface CardStore {
  readonly about: Signal<CardAbout>;
}

/** A card of which nothing is known yet. */
export function createCardStore(): CardStore {
  return { about: signal<CardAbout>({ kind: "looking" }) };
}
