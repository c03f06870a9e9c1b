import { type Signal, signal } from "@preact/signals-core";
import type { ListedRoom } from "#shared/room-list.ts";
import type { CreateChoice } from "../actions.ts";
import type { Lack } from "../words.ts";

/** Whether there is a server to play on: there is, the network is gone just now, or the page was built to need none. */
export type ServerPresence = "there" | "gone" | "none";

/** What the menu shows besides itself. */
export interface MenuStore {
  /** Public rooms while they are followed; undefined until they are known, "unreachable" when the server does not answer. */
  readonly rooms: Signal<readonly ListedRoom[] | undefined | "unreachable">;
  /** A password is wanted for this room code before one can join. */
  readonly passwordFor: Signal<string | undefined>;
  /** Whether the password is wanted to watch, not to play. */
  readonly passwordToWatch: Signal<boolean>;
  /** The room that this player opened last, its password left out; undefined before the first. */
  readonly lastRoom: Signal<CreateChoice | undefined>;
  readonly server: Signal<ServerPresence>;
  /** What this browser cannot do, and the page does without. */
  readonly lacks: Signal<readonly Lack[]>;
}

/** A menu that knows nothing yet but what the browser lacks. */
export function createMenuStore(lacks: readonly Lack[]): MenuStore {
  return {
    rooms: signal<readonly ListedRoom[] | undefined | "unreachable">(undefined),
    passwordFor: signal<string | undefined>(undefined),
    passwordToWatch: signal(false),
    lastRoom: signal<CreateChoice | undefined>(undefined),
    server: signal<ServerPresence>("there"),
    lacks: signal(lacks),
  };
}
