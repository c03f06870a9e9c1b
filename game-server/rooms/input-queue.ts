import { neutralInput } from "#shared/simulation/input.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { readInput } from "#shared/state/input-state.ts";
import { NET } from "#shared/tunables.ts";

/** The part of Colyseus' per-client input buffer that is used. */
export interface InputSource {
  readonly size: number;
  take(count: number): PlayerInput[];
}

const NOTHING: readonly PlayerInput[] = [];

/**
 * Decides how many of a player's inputs a tick consumes, so that everybody lives at the same speed. A tick
 * without input is held, not simulated, and remembered as credit; a late input may be caught up with
 * against that credit, never without. Who sends double therefore gains nothing. After `NET.inputBuffer`
 * held ticks the body lives on without its player: a lost connection does not freeze it in mid-air.
 */
export class InputQueue {
  #credit = 0;
  #missing = 0;
  #aim = 0;

  /** The inputs that this tick applies: usually one, two to catch up, none to wait. */
  take(source: InputSource): readonly PlayerInput[] {
    const waiting = source.size;
    if (waiting === 0) return this.#starve();
    this.#missing = 0;
    const count = waiting > 1 && this.#credit > 0 ? 2 : 1;
    if (count === 2) this.#credit -= 1;
    const inputs = source.take(count).map(readInput);
    this.#aim = inputs.at(-1)?.aim ?? this.#aim;
    return inputs;
  }

  #starve(): readonly PlayerInput[] {
    this.#missing += 1;
    if (this.#missing > NET.inputBuffer) return [neutralInput(this.#aim)];
    this.#credit = Math.min(NET.inputBuffer, this.#credit + 1);
    return NOTHING;
  }
}
