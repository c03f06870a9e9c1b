import { neutralInput } from "#shared/simulation/input.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { readInput } from "#shared/state/input-state.ts";
import { NET, TICK_RATE } from "#shared/tunables.ts";

/** The part of Colyseus' per-client input buffer that is used. */
export interface InputSource {
  readonly size: number;
  take(count: number): PlayerInput[];
}

const NOTHING: readonly PlayerInput[] = [];

/**
 * Decides how many of a player's inputs a tick consumes, so that everybody lives at the same speed. A tick
 * without input is held, not simulated, and owed: a late input may be caught up with against that debt,
 * never without, so who sends double gains nothing. Once `NET.inputBuffer` ticks are owed, the body lives on
 * without its player, so who sends too little does not live in slow motion. A debt is forgiven at one tick a
 * second: a clock that runs a little slow stays harmless.
 */
export class InputQueue {
  #owed = 0;
  #tick = 0;
  /** Fewest inputs that were waiting in any tick of this second. */
  #leastWaiting = Number.POSITIVE_INFINITY;
  #last = neutralInput();

  /** The inputs that this tick applies: usually one, two to catch up, none to wait. */
  take(source: InputSource): readonly PlayerInput[] {
    this.#tick += 1;
    this.#leastWaiting = Math.min(this.#leastWaiting, source.size);
    if (this.#tick % TICK_RATE === 0) this.#everySecond(source);
    if (source.size === 0) return this.#starve();
    const count = source.size > 1 && this.#owed > 0 ? 2 : 1;
    if (count === 2) this.#owed -= 1;
    const inputs = source.take(count).map(readInput);
    this.#last = inputs.at(-1) ?? this.#last;
    return inputs;
  }

  #everySecond(source: InputSource): void {
    this.#owed = Math.max(0, this.#owed - 1);
    // A queue that was never short is only delay: an input of it goes unused. The player sees a step of
    // correction, once, instead of feeling the delay for ever.
    if (this.#leastWaiting > 2) source.take(1);
    this.#leastWaiting = Number.POSITIVE_INFINITY;
  }

  #starve(): readonly PlayerInput[] {
    if (this.#owed < NET.inputBuffer) {
      this.#owed += 1;
      return NOTHING;
    }
    // Buttons stay as they are: a lost packet must not let go of a charged push.
    return [{ ...this.#last, moveX: 0, moveY: 0 }];
  }
}
