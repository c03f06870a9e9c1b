import type { ArenaState } from "#shared/state/arena-state.ts";
import type { JoinedRoom } from "../colyseus/joined-room.ts";

/** Who hears of the states of a room. One may come or go while they are told, which the SDK's own list does not take. */
export class StateListeners {
  /** Replaced, not changed. */
  #all: readonly ((state: ArenaState) => void)[] = [];

  constructor(room: Pick<JoinedRoom, "onStateChange">) {
    room.onStateChange((state) => {
      for (const listener of this.#all) listener(state);
    });
  }

  /** Hears of each state from the next one on. Returns what to call to hear no more. */
  add(listener: (state: ArenaState) => void): () => void {
    this.#all = [...this.#all, listener];
    return () => {
      this.#all = this.#all.filter((one) => one !== listener);
    };
  }
}
