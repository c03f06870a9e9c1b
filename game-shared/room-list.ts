import type { MatchPhase } from "./simulation/types.ts";

/** A public room as `GET /api/rooms` lists it. */
export interface ListedRoom {
  code: string;
  /** Name of the room. */
  name: string;
  /** Somebody chose the name; else it is made of the host's, which a page may say in its own language. */
  named: boolean;
  /** Name of its host; empty in a room without people. */
  host: string;
  /** Name of the arena. */
  arena: string;
  /** Id of the mode. */
  mode: string;
  /** People who play in it, without the bots. */
  players: number;
  /** People who only watch. */
  spectators: number;
  bots: number;
  maxPlayers: number;
  phase: MatchPhase;
  /** It has a password. */
  locked: boolean;
}

/** Events of `GET /api/rooms/stream`, by name. */
export const RoomListEvent = {
  /** `RoomListSnapshot`: all rooms, at the beginning. */
  All: "all",
  /** `RoomListChange`: what has changed since the event before. */
  Change: "change",
  /** Comes when there was nothing else to tell for a while; says nothing. */
  Alive: "alive",
} as const;

/** Time (ms) after which a stream of the room list that had nothing to tell says that it is alive. */
export const ROOM_LIST_ALIVE_MS = 15_000;

/** The whole room list, fullest room first. */
export interface RoomListSnapshot {
  rooms: ListedRoom[];
}

/** What has changed in the room list. */
export interface RoomListChange {
  /** Rooms that are new or have changed. */
  rooms: ListedRoom[];
  /** Codes of rooms that are in the list no more. */
  gone: string[];
}

/** Somebody in a room, as its join card shows them. */
export interface CardPerson {
  name: string;
  /** What they look like, as `packLook` packs it. */
  look: number;
}

/** A room as `GET /api/rooms/CODE` tells it to whoever has its code, and so may join it. */
export interface RoomCard extends ListedRoom {
  /** It stands in no list. */
  private: boolean;
  /** People have all of its seats. */
  full: boolean;
  /** Why nobody may join it just now, as a refusal; null when they may, or may with its password. */
  refuses: string | null;
  /** Who is in it, in the order in which they came, without bots; the first of many. */
  people: CardPerson[];
}
