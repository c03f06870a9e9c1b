import { type Signal, signal } from "@preact/signals-core";
import type { Look } from "#shared/look.ts";
import type { ListedRoom } from "#shared/room-list.ts";
import type { MatchPhase } from "#shared/simulation/types.ts";
import type { TransportChoice, TransportName } from "#transports/contract/names.ts";
import type { Text } from "../words/t.ts";
import type { FallCause } from "./fall-words.ts";
import { type LinkChoice, NO_LINK } from "./link-choice.ts";
import type { NetHistory } from "./net-history.ts";
import type { Settings } from "./settings.ts";
import type { Lack } from "./words.ts";

/** Which of its faces the page shows. */
export type Screen =
  /** The menu, with a word about why one is back there, if there is a reason. */
  | { name: "menu"; notice?: Text }
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

/** What the host chose in the create dialogue. */
export interface CreateChoice {
  /** Id of a mode that can be played on the arena. */
  mode: string;
  arena: string;
  maxPlayers: number;
  bots: number;
  botSkill: "easy" | "mixed" | "normal" | "hard";
  timeLimit: number;
  private: boolean;
  password: string;
}

export interface ScoreRow {
  /** Place in the order of the mode, from 1; equals share one. */
  rank: number;
  id: string;
  name: string;
  look: Look;
  bot: boolean;
  self: boolean;
  connected: boolean;
  score: number;
  knockouts: number;
  falls: number;
}

/** Somebody who has won a match. */
export interface Winner {
  readonly id: string;
  /** Empty when they had left before this page heard of them. */
  readonly name: string;
  readonly self: boolean;
}

export interface FeedItem {
  /** Grows by one with each item: a key for lists. */
  key: number;
  means: FallCause;
  /** Who did it; absent when somebody fell alone. */
  by?: { name: string; look: Look; self: boolean };
  victim: { name: string; look: Look; self: boolean };
  /** ms since the page was opened, for fading out. */
  at: number;
}

/** The own character in numbers. All shares are 0..1. */
export interface OwnStatus {
  wobble: number;
  charge: number;
  pushReady: number;
  dashReady: number;
  stamina: number;
  /** Seconds until the respawn, 0 when in play. */
  respawnIn: number;
  protected: boolean;
}

export interface Connection {
  transport: TransportName;
  /** Why it is not the transport that was hoped for, as it travels (see `refusalText`); empty when it is. */
  reason: string;
  rttMs: number;
  jitterMs: number;
  /** 0 lost, 1 bad, 2 fair, 3 good. */
  quality: 0 | 1 | 2 | 3;
}

export interface RoomInfo {
  code: string;
  link: string;
  arenaName: string;
  mode: string;
  private: boolean;
  maxPlayers: number;
}

/** What the menus and the HUD show. Written by the session, read by the ui. */
export interface Store {
  screen: Signal<Screen>;
  settings: Signal<Settings>;
  /** What this browser cannot do, and the page does without. */
  lacks: Signal<readonly Lack[]>;
  /** The transport that the address of the page asks for, before that of the settings. */
  askedConnection: Signal<TransportChoice | undefined>;
  /** Public rooms; undefined while they are being asked for, "unreachable" when the server does not answer. */
  rooms: Signal<readonly ListedRoom[] | undefined | "unreachable">;
  /** A password is wanted for this room code before one can join. */
  passwordFor: Signal<string | undefined>;
  room: Signal<RoomInfo | undefined>;
  phase: Signal<MatchPhase>;
  /** Whole seconds until the phase ends. */
  secondsLeft: Signal<number>;
  /** Whole seconds until the room closes because nobody plays; 0 while somebody does. */
  closesIn: Signal<number>;
  /** Best first. */
  scores: Signal<readonly ScoreRow[]>;
  /** Who won the match that has just ended, also when they have left since; nobody while one is played. */
  winners: Signal<readonly Winner[]>;
  /** Oldest first, at most five. */
  feed: Signal<readonly FeedItem[]>;
  own: Signal<OwnStatus>;
  /** How the own character fell, as a sentence; undefined until the server has told, and from the return on. */
  fallenBy: Signal<Text | undefined>;
  connection: Signal<Connection>;
  /** Who wants the rematch now: how many said so, of how many people, and whether oneself did. */
  rematch: Signal<{ ready: number; of: number; mine: boolean }>;
  /** The bad network that is simulated for the own connection. */
  link: Signal<LinkChoice>;
  /** What the net graph shows; undefined while it is off. */
  netHistory: Signal<NetHistory | undefined>;
}

/** What the ui can ask for. None of them throws: what goes wrong shows in `store.screen`. */
export interface Actions {
  quickPlay(): void;
  create(choice: CreateChoice): void;
  join(code: string, password?: string): void;
  refreshRooms(): void;
  leave(): void;
  voteRematch(): void;
  changeSettings(change: Partial<Settings>): void;
  /** Simulates a bad network from now on; what is not given stays. Not kept over a reload. */
  simulateLink(change: Partial<LinkChoice>): void;
  /** From a "closed" screen: try the same again, or go to the menu. */
  retry(): void;
  /** From a "closed" screen: leaves the choice of the transport to the page from now on, and tries again. */
  joinInstead(): void;
  toMenu(notice?: Text): void;
}

export function createStore(settings: Settings): Store {
  return {
    screen: signal<Screen>({ name: "menu" }),
    settings: signal(settings),
    lacks: signal<readonly Lack[]>([]),
    askedConnection: signal<TransportChoice | undefined>(undefined),
    rooms: signal<readonly ListedRoom[] | undefined | "unreachable">(undefined),
    passwordFor: signal<string | undefined>(undefined),
    room: signal<RoomInfo | undefined>(undefined),
    phase: signal<MatchPhase>("countdown"),
    secondsLeft: signal(0),
    closesIn: signal(0),
    scores: signal<readonly ScoreRow[]>([]),
    winners: signal<readonly Winner[]>([]),
    feed: signal<readonly FeedItem[]>([]),
    own: signal<OwnStatus>({
      wobble: 0,
      charge: 0,
      pushReady: 1,
      dashReady: 1,
      stamina: 1,
      respawnIn: 0,
      protected: false,
    }),
    fallenBy: signal<Text | undefined>(undefined),
    connection: signal<Connection>({ transport: "websocket", reason: "", rttMs: 0, jitterMs: 0, quality: 3 }),
    rematch: signal({ ready: 0, of: 0, mine: false }),
    link: signal(NO_LINK),
    netHistory: signal<NetHistory | undefined>(undefined),
  };
}
