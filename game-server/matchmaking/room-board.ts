import type { ListedRoom } from "#shared/room-list.ts";

/** Hears of a room of the list that has changed; `room` is undefined when it stands there no more. */
export type RoomWatcher = (code: string, room: ListedRoom | undefined) => void;

/**
 * Where the rooms of this process tell how they are, for whoever shows the room list. It keeps nothing: while nobody watches,
 * what is told costs nothing.
 */
export class RoomBoard {
  readonly #watchers = new Set<RoomWatcher>();

  /** Tells how a room is now; undefined when it is in no list, or is gone. */
  post(code: string, room: ListedRoom | undefined): void {
    for (const watcher of this.#watchers) watcher(code, room);
  }

  /** Calls back with each room that tells something. Returns what ends that. */
  watch(watcher: RoomWatcher): () => void {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  }
}
