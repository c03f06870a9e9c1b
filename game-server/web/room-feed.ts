import { type ListedRoom, type RoomListChange, RoomListEvent } from "#shared/room-list.ts";
import type { RoomBoard } from "../matchmaking/room-board.ts";
import { eventOf } from "./event-stream.ts";

/** Shortest time (ms) between two changes that readers are told. */
export const BATCH_MS = 250;

/** Time as it is handed in. */
export interface FeedClock {
  /** ms */
  now(): number;
  /** Calls back once. Returns what calls it off. */
  after(ms: number, callback: () => void): () => void;
}

/** What the feed needs. */
export interface RoomFeedDeps {
  readonly board: Pick<RoomBoard, "watch">;
  /** The room list as the matchmaker has it: asked for once, when somebody begins to look. */
  list(): Promise<readonly ListedRoom[]>;
  readonly clock: FeedClock;
}

/** Hears what the feed has to tell: an event of server-sent events as it is written. */
export type FeedReader = (event: string) => void;

/**
 * The room list as a feed: a snapshot for whoever comes, then what changes, gathered and the same for all. While nobody reads,
 * it watches nothing, has no timer and keeps no list.
 */
export class RoomFeed {
  readonly #deps: RoomFeedDeps;
  readonly #readers = new Set<FeedReader>();
  /** The list as its readers have been told it, each room as JSON. */
  #told = new Map<string, string>();
  /** Rooms that have changed since; undefined is gone. */
  readonly #changed = new Map<string, ListedRoom | undefined>();
  /** The list that is being asked for, or has been; undefined while nobody reads. */
  #ready: Promise<void> | undefined;
  #unwatch: () => void = () => {};
  #cancel: (() => void) | undefined;
  #flushedAt = Number.NEGATIVE_INFINITY;

  constructor(deps: RoomFeedDeps) {
    this.#deps = deps;
  }

  /** Reads from now on: first the whole list, then its changes. Returns what ends it. Rejects when the list cannot be had. */
  async read(reader: FeedReader): Promise<() => void> {
    this.#readers.add(reader);
    const leave = (): void => {
      this.#readers.delete(reader);
      if (this.#readers.size === 0) this.#stop();
    };
    try {
      this.#ready ??= this.#start();
      await this.#ready;
    } catch (error) {
      leave();
      throw error;
    }
    // What waits for its time is not in it, and comes to everybody in the next change.
    reader(eventOf(RoomListEvent.All, `{"rooms":[${[...this.#told.values()].join(",")}]}`));
    return leave;
  }

  async #start(): Promise<void> {
    const told = this.#told;
    let listed = false;
    // Watched first: what changes while the list is asked for is newer than it, and told after it.
    this.#unwatch = this.#deps.board.watch((code, room) => {
      this.#changed.set(code, room);
      if (listed) this.#schedule();
    });
    for (const room of await this.#deps.list()) told.set(room.code, JSON.stringify(room));
    listed = true;
    if (this.#told === told && this.#changed.size > 0) this.#schedule();
  }

  #stop(): void {
    this.#unwatch();
    this.#cancel?.();
    this.#cancel = undefined;
    this.#changed.clear();
    // A list that is still being asked for fills the old map, which nobody has any more.
    this.#told = new Map();
    this.#ready = undefined;
  }

  #schedule(): void {
    if (this.#cancel !== undefined) return;
    const { clock } = this.#deps;
    const wait = Math.max(0, this.#flushedAt + BATCH_MS - clock.now());
    this.#cancel = clock.after(wait, () => this.#flush());
  }

  /** Tells everybody what has changed, if it has. */
  #flush(): void {
    this.#cancel = undefined;
    this.#flushedAt = this.#deps.clock.now();
    const change: RoomListChange = { rooms: [], gone: [] };
    for (const [code, room] of this.#changed) {
      const before = this.#told.get(code);
      if (room === undefined) {
        if (this.#told.delete(code)) change.gone.push(code);
        continue;
      }
      const now = JSON.stringify(room);
      if (now === before) continue;
      this.#told.set(code, now);
      change.rooms.push(room);
    }
    this.#changed.clear();
    if (change.rooms.length + change.gone.length === 0) return;
    const event = eventOf(RoomListEvent.Change, JSON.stringify(change));
    for (const reader of this.#readers) reader(event);
  }
}
