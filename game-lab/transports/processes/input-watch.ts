import type { TickInput } from "#shared/simulation/tick-input.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import type { InputTicks } from "../protocol.ts";

/**
 * Counts the ticks of a room's players for which the server had no input. Such a tick either has none at all or, after
 * a while, what its player did last once more: a copy that has the number of the input before.
 */
export class InputWatch {
  readonly #last = new Map<string, number>();
  #ticks = 0;
  #starved = 0;

  /** What was counted so far, of all players together. */
  get soFar(): InputTicks {
    return { ticks: this.#ticks, starved: this.#starved };
  }

  /** Takes in what a tick was made of. */
  watch({ inputs }: Pick<TickInput, "inputs">): void {
    for (const [id, list] of inputs) {
      const newest = list.at(-1);
      const number = newest && numberOf(newest);
      // Before the first input of a life there is nothing to be missed.
      if (newest !== undefined && number === undefined) continue;
      this.#ticks += 1;
      if (number === undefined || number === this.#last.get(id)) this.#starved += 1;
      else this.#last.set(id, number);
    }
  }
}

/** The number of an input that has come from a player; undefined of one that the server has made up. */
function numberOf(input: PlayerInput): number | undefined {
  return "tick" in input && typeof input.tick === "number" ? input.tick : undefined;
}
