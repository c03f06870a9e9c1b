import { BYTES_FOR_PIECES, MAX_PIECE, PER_PIECE, type Piece } from "./wire.ts";

/** Weight of the newest round trip in their average (RFC 6298), and what is assumed (ms) before the first one. */
const ROUND_TRIP_WEIGHT = 1 / 8;
const FIRST_GUESS_MS = 50;
/** What is not acknowledged after so many round trips, and as many ms, goes again when there is more than fits at once. */
const OVERDUE_ROUND_TRIPS = 1.5;
const OVERDUE_MS = 50;
/** Bytes that may be on their way at once. */
const WINDOW_BYTES = 16 * BYTES_FOR_PIECES;

interface Kept extends Piece {
  /** When it was given to be sent, when it left first, and when last (ms). */
  readonly at: number;
  firstLeft: number;
  lastLeft: number;
}

/** What was sent and is not acknowledged yet, in pieces that fit into datagrams. */
export class Outbox {
  #kept: Kept[] = [];
  #bytes = 0;
  #last = 0;
  #roundTrip = FIRST_GUESS_MS;
  /** When something was acknowledged last (ms). */
  #progressAt = Number.NEGATIVE_INFINITY;

  /** Bytes that the other end may not have yet. */
  get bytes(): number {
    return this.#bytes;
  }

  get isEmpty(): boolean {
    return this.#kept.length === 0;
  }

  /** Whether one datagram can carry all of it. */
  get fitsAtOnce(): boolean {
    return this.#bytes + this.#kept.length * PER_PIECE <= BYTES_FOR_PIECES;
  }

  /** Average time (ms) from the first sending of something to its acknowledgement. */
  get roundTrip(): number {
    return this.#roundTrip;
  }

  /**
   * Keeps a copy of a frame until it is acknowledged.
   * @param nowMs Any clock that goes on evenly.
   */
  add(frame: Uint8Array, nowMs: number): void {
    let from = 0;
    do {
      const bytes = frame.slice(from, from + MAX_PIECE);
      from += MAX_PIECE;
      this.#last += 1;
      this.#kept.push({
        number: this.#last,
        bytes,
        more: from < frame.length,
        at: nowMs,
        firstLeft: Number.NaN,
        lastLeft: Number.NEGATIVE_INFINITY,
      });
      this.#bytes += bytes.length;
    } while (from < frame.length);
  }

  /**
   * What the next datagram carries: everything, when it fits. Otherwise the oldest that has not left yet or is overdue,
   * what follows it, and in what room is left what was before it: the next datagram makes good a lost one.
   * @param sparing Nothing is repeated that is not overdue: it is not lost, it queues.
   */
  take(nowMs: number, sparing: boolean): readonly Piece[] {
    const [start, end] = this.fitsAtOnce && !sparing ? [0, this.#kept.length] : this.#due(nowMs, sparing);
    const pieces = this.#kept.slice(start, end);
    for (const piece of pieces) {
      if (Number.isNaN(piece.firstLeft)) piece.firstLeft = nowMs;
      piece.lastLeft = nowMs;
    }
    return pieces;
  }

  /** Forgets what the other end has. Returns false when it claims to have what was never sent. */
  acknowledge(number: number, nowMs: number): boolean {
    if (number > this.#last) return false;
    let newest: Kept | undefined;
    while (this.#kept[0] !== undefined && this.#kept[0].number <= number) {
      newest = this.#kept.shift();
      this.#bytes -= newest?.bytes.length ?? 0;
    }
    if (newest === undefined) return true;
    this.#progressAt = nowMs;
    if (Number.isNaN(newest.firstLeft)) return true;
    this.#roundTrip += (nowMs - newest.firstLeft - this.#roundTrip) * ROUND_TRIP_WEIGHT;
    return true;
  }

  /** How long (ms) the oldest of it has been waiting for its acknowledgement; 0 when there is nothing. */
  waiting(nowMs: number): number {
    const oldest = this.#kept[0];
    return oldest === undefined ? 0 : nowMs - oldest.at;
  }

  /** How long (ms) nothing of it has been acknowledged; 0 when there is nothing. */
  stuck(nowMs: number): number {
    return Math.min(this.waiting(nowMs), nowMs - this.#progressAt);
  }

  /** Gives everything away: nothing will be repeated any more. */
  empty(): readonly Piece[] {
    const all = this.#kept;
    this.#kept = [];
    this.#bytes = 0;
    return all;
  }

  #due(nowMs: number, sparing: boolean): [start: number, end: number] {
    const left = nowMs - OVERDUE_ROUND_TRIPS * this.#roundTrip - OVERDUE_MS;
    let underWay = 0;
    for (const { lastLeft, bytes } of this.#kept) if (lastLeft > left) underWay += bytes.length;
    const first = this.#kept.findIndex(({ lastLeft }) => lastLeft <= left);
    if (first < 0 || underWay >= WINDOW_BYTES) return [0, 0];
    let room = BYTES_FOR_PIECES;
    const fits = (index: number): boolean => {
      const size = this.#sizeOf(index);
      if (size === undefined || size > room) return false;
      room -= size;
      return true;
    };
    let end = first;
    while (fits(end)) end += 1;
    let start = first;
    if (sparing) return [start, end];
    while (fits(start - 1)) start -= 1;
    return [start, end];
  }

  #sizeOf(index: number): number | undefined {
    const piece = this.#kept[index];
    return piece === undefined ? undefined : piece.bytes.length + PER_PIECE;
  }
}
