import type { PlayerInput } from "#shared/simulation/types.ts";

/** What the player's hands do. */
export interface Hands {
  /** The input of one tick; called once per tick. */
  sample(): PlayerInput;
  /** The input of this very moment, for drawing. */
  peek(): PlayerInput;
}
