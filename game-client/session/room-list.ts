import {
  type ListedRoom,
  ROOM_LIST_ALIVE_MS,
  type RoomListChange,
  RoomListEvent,
  type RoomListSnapshot,
} from "#shared/room-list.ts";
import type { MenuStore } from "./stores/menu.ts";

/** Hears a stream of events. */
export interface EventHandlers {
  /** An event, by its name, with what comes with it as JSON. */
  event(name: string, json: string): void;
  /** The stream has ended, or was never there. It is not opened again by itself. */
  failed(): void;
}

/** What a page needs to follow the room list. */
export interface RoomListDeps {
  readonly rooms: MenuStore["rooms"];
  /** Opens the stream; returns what closes it. Undefined where a browser has no server-sent events. */
  readonly open: ((handlers: EventHandlers) => () => void) | undefined;
  /** Asks for the list once. */
  ask(): Promise<readonly ListedRoom[]>;
  /** Calls back once. Returns what calls it off. */
  after(delayMs: number, callback: () => void): () => void;
}

/** How long (ms) a stream may take for its first event: a proxy that gathers gives none at all. */
const FIRST_EVENT_MS = 4000;
/** A stream that has been silent for this long (ms) is cut: it says that it is alive more often. */
const SILENCE_MS = 2.5 * ROOM_LIST_ALIVE_MS;
/** Period (ms) of asking while there is no stream. */
const ASK_MS = 3000;
/** Pauses (ms) before the stream is tried again: the first, and the longest. */
const RETRY_MS = 1000;
const MAX_RETRY_MS = 30_000;

/**
 * The room list while a page shows it: pushed by the server, and asked for again and again where a stream does not get through.
 */
export class RoomList {
  readonly #deps: RoomListDeps;
  /** How many parts of the page look at it. */
  #lookers = 0;
  #known = new Map<string, ListedRoom>();
  #close: (() => void) | undefined;
  #retryMs = RETRY_MS;
  /** What is called off when the stream speaks, and when nobody looks any more. */
  #stopWaiting = (): void => {};
  #stopRetry = (): void => {};
  #stopAsking: (() => void) | undefined;

  constructor(deps: RoomListDeps) {
    this.#deps = deps;
  }

  /** Follows the list until the returned function is called; once for each part that shows it. */
  follow(): () => void {
    this.#lookers += 1;
    if (this.#lookers === 1) this.#begin();
    let follows = true;
    return () => {
      if (!follows) return;
      follows = false;
      this.#lookers -= 1;
      if (this.#lookers === 0) this.#end();
    };
  }

  #begin(): void {
    this.#retryMs = RETRY_MS;
    this.#listen();
  }

  #end(): void {
    this.#close?.();
    this.#close = undefined;
    this.#stopWaiting();
    this.#stopRetry();
    this.#stopAsking?.();
    this.#stopAsking = undefined;
    // Whoever looks next is not to take an old list for the new one.
    this.#deps.rooms.value = undefined;
  }

  #listen(): void {
    const { open, after } = this.#deps;
    if (open === undefined) {
      this.#askAgain();
      return;
    }
    let live = true;
    let close = (): void => {};
    const fail = (): void => {
      if (!live) return;
      live = false;
      close();
      this.#close = undefined;
      this.#stopWaiting();
      this.#askAgain();
      this.#stopRetry = after(this.#retryMs, () => this.#listen());
      this.#retryMs = Math.min(MAX_RETRY_MS, this.#retryMs * 2);
    };
    const expect = (ms: number): void => {
      this.#stopWaiting();
      this.#stopWaiting = after(ms, fail);
    };
    close = open({
      event: (name, json) => {
        if (!live) return;
        expect(SILENCE_MS);
        this.#take(name, json);
      },
      failed: fail,
    });
    this.#close = () => {
      live = false;
      close();
    };
    if (live) expect(FIRST_EVENT_MS);
  }

  #take(name: string, json: string): void {
    if (name === RoomListEvent.All) {
      const { rooms }: RoomListSnapshot = JSON.parse(json);
      this.#known = new Map(rooms.map((room) => [room.code, room]));
      this.#retryMs = RETRY_MS;
      this.#stopAsking?.();
      this.#stopAsking = undefined;
    } else if (name === RoomListEvent.Change) {
      const { rooms, gone }: RoomListChange = JSON.parse(json);
      for (const room of rooms) this.#known.set(room.code, room);
      for (const code of gone) this.#known.delete(code);
    } else return;
    this.#deps.rooms.value = [...this.#known.values()];
  }

  /** Asks now, and again and again until a stream speaks. */
  #askAgain(): void {
    if (this.#stopAsking !== undefined) return;
    let asks = true;
    let stopTimer = (): void => {};
    this.#stopAsking = () => {
      asks = false;
      stopTimer();
    };
    const { rooms, ask, after } = this.#deps;
    const next = (): void => {
      ask()
        .catch(() => "unreachable" as const)
        .then((list) => {
          if (!asks) return;
          rooms.value = list;
          stopTimer = after(ASK_MS, next);
        });
    };
    next();
  }
}
