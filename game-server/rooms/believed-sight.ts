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
  /** Steps that the room makes at one go: as many inputs may travel together. */
  readonly together: number;
}

/** How an input has come. */
export interface Travelled {
  /** In one frame with another, behind it. */
  readonly follows: boolean;
  /** For the first of two in a frame: how long (ms) it has waited on its page for the second, as that says. */
  readonly waitedMs?: number;
}

/** The first of two inputs has waited about a tick; the frames of its page make it up to so much (ms) more or less. */
const WAIT_SPREAD_MS = 8;
/** What frames do to inputs is known of those that travel in twos, by how long the first has waited: rounding is left (ms). */
const TWOS_GRAIN_MS = 3;

/** What a connection is believed to have seen: what its page claims, within what is possible on its line. */
export class BelievedSight {
  readonly #state: ClaimedState;
  readonly #picture: ClaimedPicture;

  /** `patchTicks`: ticks from one patch to the next. */
  constructor(patchTicks: number) {
    this.#state = new ClaimedState(patchTicks);
    this.#picture = new ClaimedPicture(patchTicks * TICK_MS);
  }

  /**
   * Bounds what the input of a number claims that comes now. One that has waited for the next on its page, because the room uses
   * both at one go, is judged as if it had come when it was made. Nobody gains a patch by saying that it has waited for longer.
   */
  judge(number: number, { seen, shown }: Claims, now: ServerTime, how: Travelled): Claims {
    const { simulation, ahead, together } = now;
    const inTwos = together > 1;
    if (!inTwos || !how.follows) this.#state.arrived(number, simulation);
    const state = inTwos
      ? this.#state.judge(seen, simulation - believedWait(how.waitedMs), TWOS_GRAIN_MS)
      : this.#state.judge(seen, simulation);
    if (state === 0 || !(shown > 0)) return { seen: state, shown: 0 };
    const picture = this.#picture.judge(number, shown - ahead, {
      seenMs: state * TICK_MS,
      heldUpMs: this.#state.heldUpMs,
    });
    return { seen: state, shown: picture + ahead };
  }
}

/** How long (ms) an input has waited on its page: about a tick, give or take what the page says; 0 for one that did not. */
function believedWait(claimedMs: number | undefined): number {
  if (claimedMs === undefined) return 0;
  return Math.min(TICK_MS + WAIT_SPREAD_MS, Math.max(TICK_MS - WAIT_SPREAD_MS, claimedMs));
}
