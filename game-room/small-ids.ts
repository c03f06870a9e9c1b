import { refIdOf } from "#colyseus/server/ids.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { PlayerState } from "#shared/state/player-state.ts";

/** Ids of objects that travel in one byte. */
const SMALL = 128;

/**
 * Characters whose ids travel in one byte. Every patch of somebody who moves names them, and ids are given out in the order
 * in which objects come into the state: with a seat for each character, half of a crowd would have ids of two bytes.
 * Ids are never reused, because a page that missed a good-bye must not take one for the other.
 */
export class SmallIds {
  readonly #left: PlayerState[] = [];

  /** `state` must be the state of its room already, and have nobody in it. */
  constructor(state: ArenaState) {
    for (let id = 0; id < SMALL; ) {
      const player = new PlayerState();
      state.players.set("", player);
      state.players.delete("");
      this.#left.push(player);
      id = (refIdOf(player) ?? SMALL) + 1;
    }
    this.#left.reverse();
  }

  /** A character with the smallest id that is left; when none is, a new one. */
  take(): PlayerState {
    return this.#left.pop() ?? new PlayerState();
  }
}
