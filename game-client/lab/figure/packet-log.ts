import type { Trip } from "#transports/simulated/line-model.ts";

/** Messages that are kept: more than four seconds of a match, of states and of events. */
const KEPT = 512;

/** The newest messages that came down over a pane's line, and what happened to each on its way. */
export class PacketLog {
  readonly #trips: Trip[] = [];

  note(trip: Trip): void {
    if (this.#trips.length === KEPT) this.#trips.shift();
    this.#trips.push(trip);
  }

  /** Those that were sent at `fromMs` or later, oldest first. */
  since(fromMs: number): readonly Trip[] {
    const first = this.#trips.findIndex(({ sentMs }) => sentMs >= fromMs);
    return first < 0 ? [] : this.#trips.slice(first);
  }
}
