import { type Elsewhere, NOBODY_ELSE, type Tally } from "./addresses.ts";
import { refused } from "./refusal.ts";

/** Time (s) that a seat is kept for a page between matchmaking and its connection. */
export const RESERVATION_SECONDS = 5;
/** Time (ms) that a page needs at most, as a rule, from its seat to its connection. */
const TAKING_MS = 1500;
/** Time (ms) for which an address is remembered to have let a seat lapse. */
const MEMORY_MS = 60_000;
/** Addresses that are remembered at once; beyond it the longest known is forgotten. */
const MAX_ADDRESSES = 10_000;

/** A seat that was given out and is not taken yet. */
interface Waiting {
  readonly address: string;
  readonly code: string;
  readonly until: number;
}

/** A seat that is about to be asked for. */
export interface Ticket {
  /** It was given out, to this session. */
  issued(code: string, sessionId: string): void;
  /** It was not. */
  refused(): void;
}

/**
 * Counts by address which seats are given out and not taken, so that nobody keeps others out of a room with seats that
 * they never sit on. Time comes in as milliseconds, so that tests turn the clock by hand.
 */
export class Reservations {
  readonly #max: number;
  readonly #now: () => number;
  readonly #elsewhere: Elsewhere;
  /** By session, oldest first. */
  readonly #waiting = new Map<string, Waiting>();
  /** Between the request and its answer. */
  readonly #asking = new Set<{ address: string; code: string | undefined }>();
  /** Those who wait for seats to be taken. */
  readonly #lookers = new Set<() => void>();
  /** By address: when seats lapsed (ms), oldest first. */
  readonly #lapsed = new Map<string, number[]>();

  /** @param max Seats that one address may keep waiting at once; half as many may lapse in a minute. */
  constructor(max: number, now: () => number, elsewhere = NOBODY_ELSE) {
    this.#max = max;
    this.#now = now;
    this.#elsewhere = elsewhere;
  }

  /** Seats that are given out and not taken yet. */
  get size(): number {
    this.#expire();
    return this.#waiting.size;
  }

  /** Adds the seats that addresses have waiting. */
  count(tally: Tally): void {
    this.#expire();
    for (const { address } of this.#waiting.values()) tally.add(address, "waiting");
  }

  /**
   * Begins to ask for a seat, in the room with this code of which so many seats are free; quick play does not know the room.
   * @throws Refusal when the address has its share already.
   */
  ask(address: string, room?: { code: string; free: number }): Ticket {
    this.#expire();
    const lapsed = this.#recent(address);
    const [oldest] = lapsed;
    if (oldest !== undefined && lapsed.length >= Math.ceil(this.#max / 2)) {
      const wait = Math.ceil((oldest + MEMORY_MS - this.#now()) / 1000);
      throw refused("seats_lapsed", { seconds: wait });
    }
    const own = [...this.#waiting.values(), ...this.#asking].filter((one) => one.address === address);
    const seats = own.length + this.#elsewhere.held(address).waiting;
    if (seats >= this.#max) {
      throw refused("seats_waiting", { seats, seconds: RESERVATION_SECONDS });
    }
    if (room !== undefined)
      this.#keepLast(room, lapsed.length > 0 || own.some(({ code }) => code === room.code));
    const asking = { address, code: room?.code };
    this.#asking.add(asking);
    return {
      issued: (code, sessionId) => {
        this.#asking.delete(asking);
        this.#waiting.set(sessionId, { address, code, until: this.#now() + RESERVATION_SECONDS * 1000 });
        this.#elsewhere.changed();
      },
      refused: () => this.#asking.delete(asking),
    };
  }

  /** A seat was taken by the session that it was given to. Returns whether it was given out here. */
  taken(sessionId: string): boolean {
    const known = this.#waiting.delete(sessionId);
    if (known) this.#elsewhere.changed();
    for (const look of this.#lookers) look();
    return known;
  }

  /**
   * Resolves when an address has no seat waiting in a room any more, or after the time that taking one needs: two friends at
   * one address who come at the same moment are no reason for a refusal.
   */
  takenBy(address: string, code: string): Promise<void> {
    const isTaking = (): boolean =>
      [...this.#waiting.values(), ...this.#asking].some(
        (one) => one.address === address && one.code === code,
      );
    if (!isTaking()) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#lookers.delete(look);
        resolve();
      };
      const look = (): void => {
        if (!isTaking()) done();
      };
      const timer = setTimeout(done, TAKING_MS);
      this.#lookers.add(look);
    });
  }

  /** The last free seat of a room is not for an address that has another one waiting in it, or lately let one lapse. */
  #keepLast({ code, free }: { code: string; free: number }, isSuspect: boolean): void {
    let left = free;
    for (const asking of this.#asking) if (asking.code === code) left -= 1;
    if (!isSuspect || left > 1) return;
    throw refused("last_seat", { code });
  }

  /** When seats of an address lapsed lately (ms). */
  #recent(address: string): readonly number[] {
    const since = this.#now() - MEMORY_MS;
    return (this.#lapsed.get(address) ?? []).filter((time) => time > since);
  }

  /** Seats that nobody took in time become something to remember of their address. */
  #expire(): void {
    const now = this.#now();
    for (const [sessionId, { address, until }] of this.#waiting) {
      if (until > now) break;
      this.#waiting.delete(sessionId);
      const times = [...this.#recent(address), until];
      // Behind all others, so that the first is the one to forget.
      this.#lapsed.delete(address);
      this.#lapsed.set(address, times);
      if (this.#lapsed.size > MAX_ADDRESSES) {
        const [first] = this.#lapsed.keys();
        if (first !== undefined) this.#lapsed.delete(first);
      }
    }
  }
}
