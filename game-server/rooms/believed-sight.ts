import { TICK_MS } from "#shared/tunables.ts";
import { ClaimedPicture } from "./claimed-picture.ts";
import { ClaimedState } from "./claimed-state.ts";

/** What a page says it had before it when it made an input. */
export interface Claims {
  /** Tick of the newest state that it had; 0 before the first one. */
  readonly seen: number;
  /** Room time (ms) of the picture of others; 0 without one. */
  readonly shown: number;
}

/** What time it is on the server. */
export interface ServerTime {
  /** Time of the simulation (ms). */
  readonly simulation: number;
  /** How far the room's time, by which positions are remembered, is ahead of it (ms). */
  readonly ahead: number;
}

/** What a connection is believed to have seen: what its page claims, within what is possible on its line. */
export class BelievedSight {
  readonly #state: ClaimedState;
  readonly #picture: ClaimedPicture;

  /** `patchTicks`: ticks from one patch to the next. */
  constructor(patchTicks: number) {
    this.#state = new ClaimedState(patchTicks);
    this.#picture = new ClaimedPicture(patchTicks * TICK_MS);
  }

  /** Bounds what the input of a number claims that comes now. */
  judge(number: number, { seen, shown }: Claims, { simulation, ahead }: ServerTime): Claims {
    const state = this.#state.judge(number, seen, simulation);
    if (state === 0 || !(shown > 0)) return { seen: state, shown: 0 };
    const picture = this.#picture.judge(number, shown - ahead, {
      seenMs: state * TICK_MS,
      heldUpMs: this.#state.heldUpMs,
    });
    return { seen: state, shown: picture + ahead };
  }
}
