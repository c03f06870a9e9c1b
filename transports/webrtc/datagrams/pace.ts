/** Numbers of datagrams go from 1 to this and begin anew; 0 stands for none. */
const LAST_NUMBER = 0xffff;
/** Longest time (ms) that can be said. */
const MAX_HELD_MS = 0xffff;
/** The shortest round trip is that of the last minute, looked up in two halves. */
const HALF_MS = 30_000;
/** Queues of up to so many ms are what jitter and a busy machine make. */
const TOLERATED_MS = 100;
/** Pause (ms) for each ms of a longer queue, and the longest: who plays over a narrow line wants news all the same. */
const PAUSE_PER_MS = 1 / 2;
const MAX_PAUSE_MS = 400;
/** Weight of the newest sample: one datagram that came late may be an accident, one that came soon is none. */
const WEIGHT_OF_MORE = 1 / 4;
const WEIGHT_OF_LESS = 1 / 2;
/** However long a queue (ms) is: of one that is gone it is known after a few samples. */
const MAX_QUEUE_MS = TOLERATED_MS + MAX_PAUSE_MS / PAUSE_PER_MS;
/** Datagrams under way of which it is known when they left. */
const MAX_KNOWN = 512;

/** What a datagram says of those of the other direction: the newest one that has come, and how long (ms) ago. */
export interface Echo {
  readonly number: number;
  readonly heldMs: number;
}

/**
 * Finds out how long datagrams queue on their way, and how much has to be between two of them so that they do not. Below
 * is a congestion control (that of SCTP) which keeps back what does not fit; it does not know that a datagram that
 * waits is out of date, and repeated by the next one anyway.
 */
export class Pace {
  readonly #leftAt = new Map<number, number>();
  #number = 0;
  #echoed = 0;
  #heard = 0;
  #heardAt = 0;
  #halfEnds = Number.NEGATIVE_INFINITY;
  #shortest = Number.POSITIVE_INFINITY;
  #shortestBefore = Number.POSITIVE_INFINITY;
  #queueMs = 0;

  /** Time (ms) that has to be between two datagrams. */
  get pauseMs(): number {
    return Math.min(MAX_PAUSE_MS, Math.max(0, this.#queueMs - TOLERATED_MS) * PAUSE_PER_MS);
  }

  /** Notes that a datagram leaves. Returns its number. */
  leave(nowMs: number): number {
    this.#number = (this.#number % LAST_NUMBER) + 1;
    this.#leftAt.set(this.#number, nowMs);
    if (this.#leftAt.size > MAX_KNOWN) {
      const [oldest] = this.#leftAt.keys();
      if (oldest !== undefined) this.#leftAt.delete(oldest);
    }
    return this.#number;
  }

  /** Notes a datagram of the other end. */
  hear(number: number, nowMs: number): void {
    if (this.#heard !== 0 && !isAfter(number, this.#heard)) return;
    this.#heard = number;
    this.#heardAt = nowMs;
  }

  /** What to tell the other end. */
  echo(nowMs: number): Echo {
    return { number: this.#heard, heldMs: Math.min(MAX_HELD_MS, Math.round(nowMs - this.#heardAt)) };
  }

  /** Takes in what the other end tells. What cannot be is no sample. */
  hearEcho({ number, heldMs }: Echo, nowMs: number): void {
    const leftAt = this.#leftAt.get(number);
    if (leftAt === undefined || number === this.#echoed) return;
    this.#echoed = number;
    for (const known of this.#leftAt.keys()) {
      this.#leftAt.delete(known);
      if (known === number) break;
    }
    this.#sample(Math.max(0, nowMs - leftAt - heldMs), nowMs);
  }

  #sample(roundTrip: number, nowMs: number): void {
    if (nowMs > this.#halfEnds) {
      this.#shortestBefore = this.#shortest;
      this.#shortest = Number.POSITIVE_INFINITY;
      this.#halfEnds = nowMs + HALF_MS;
    }
    this.#shortest = Math.min(this.#shortest, roundTrip);
    const queue = roundTrip - Math.min(this.#shortest, this.#shortestBefore);
    const weight = queue < this.#queueMs ? WEIGHT_OF_LESS : WEIGHT_OF_MORE;
    this.#queueMs = Math.min(MAX_QUEUE_MS, this.#queueMs + (queue - this.#queueMs) * weight);
  }
}

/** Whether a number comes after another one, as far as one can tell in a circle. */
function isAfter(number: number, other: number): boolean {
  return ((number - other + LAST_NUMBER) % LAST_NUMBER) - 1 < LAST_NUMBER / 2 && number !== other;
}
