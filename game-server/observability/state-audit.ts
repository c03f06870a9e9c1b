import type { ArenaState } from "#shared/state/arena-state.ts";
import { FINGERPRINT_EVERY, type Fingerprint, fingerprint, type ShownTo } from "#shared/state/fingerprint.ts";

/** Fingerprints that are kept of each room: the last half a minute. */
const KEPT = 15;
/** After this long (ms) without a question nothing is taken down any more. */
const INTEREST_MS = 15_000;

/**
 * Takes down what states the rooms sent, so that a load test can compare what its clients decoded. Works only
 * while somebody asks, because it costs time.
 */
export class StateAudit {
  readonly #now: () => number;
  readonly #rooms = new Map<string, Fingerprint[]>();
  #until = Number.NEGATIVE_INFINITY;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /**
   * Notes the state that a room sends; to be called with every patch, when it is settled what is in it. `shownTo` on
   * huge arenas, where not everybody is shown everybody.
   */
  note(room: string, state: ArenaState, shownTo?: ShownTo): void {
    if (state.tick % FINGERPRINT_EVERY !== 0 || this.#now() > this.#until) return;
    const kept = this.#rooms.get(room) ?? [];
    if (kept.at(-1)?.tick === state.tick) return;
    kept.push(fingerprint(state, shownTo));
    if (kept.length > KEPT) kept.shift();
    this.#rooms.set(room, kept);
  }

  /** Forgets a room that is closed. */
  forget(room: string): void {
    this.#rooms.delete(room);
  }

  /** Fingerprints of a room at ticks above `after`. Keeps the audit going for a while. */
  of(room: string, after: number): readonly Fingerprint[] {
    this.#until = this.#now() + INTEREST_MS;
    return (this.#rooms.get(room) ?? []).filter(({ tick }) => tick > after);
  }
}
