import { MATCH } from "#shared/tunables.ts";
import { isGone } from "./ends.ts";

/** Pauses (ms) between two tries: the first, doubled each time, and the longest. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 1000;
/** Share of a pause that is left to chance, so that the people of a room do not all ask at once. */
const JITTER = 0.5;

/** By what a search for a seat waits. */
export interface SearchClock {
  /** Calls back once, not before `delayMs` have passed. Returns a way to call it off. */
  after(delayMs: number, callback: () => void): () => void;
  /** A number from 0 up to 1. */
  roll(): number;
}

/** What becomes of a search. Told once. */
export interface SearchEvents<Seat> {
  found(seat: Seat): void;
  /** The seat is gone for good, or was kept no longer. */
  lost(): void;
  /** A seat came that nobody waits for any more. */
  late(seat: Seat): void;
}

/**
 * Asks for a seat whose room is on its way to another process, until it is there, is gone for good, or is kept no longer.
 * While a room is being brought back nobody knows of it: that is a matter of patience.
 */
export class SeatSearch<Seat> {
  readonly #clock: SearchClock;
  readonly #take: () => Promise<Seat>;
  readonly #events: SearchEvents<Seat>;
  readonly #stopDeadline: () => void;
  #stopPause = (): void => {};
  #pauseMs = FIRST_PAUSE_MS;
  #isOver = false;

  /** Asks at once. `take` asks the matchmaker, and takes the seat that it gives. */
  constructor(clock: SearchClock, take: () => Promise<Seat>, events: SearchEvents<Seat>) {
    this.#clock = clock;
    this.#take = take;
    this.#events = events;
    this.#stopDeadline = clock.after(MATCH.reconnectGrace * 1000, () => this.#lose());
    this.#try();
  }

  /** Asks no more. Nothing is told any more but a seat that comes too late. */
  stop(): void {
    this.#isOver = true;
    this.#stopPause();
    this.#stopDeadline();
  }

  #try(): void {
    this.#take().then(
      (seat) => {
        if (this.#isOver) return this.#events.late(seat);
        this.stop();
        this.#events.found(seat);
      },
      (error: unknown) => {
        if (this.#isOver) return;
        if (isGone(error)) this.#lose();
        else this.#pause();
      },
    );
  }

  #pause(): void {
    const pauseMs = this.#pauseMs * (1 - JITTER * this.#clock.roll());
    this.#pauseMs = Math.min(LONGEST_PAUSE_MS, this.#pauseMs * 2);
    this.#stopPause = this.#clock.after(pauseMs, () => this.#try());
  }

  #lose(): void {
    if (this.#isOver) return;
    this.stop();
    this.#events.lost();
  }
}
