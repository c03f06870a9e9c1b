/** Length (ms) of the windows over which the quickest patch is looked for. */
const WINDOW_MS = 5000;

/**
 * What time it is on the server. A patch says when it was sent; the one that was quickest on its way, of the last
 * windows, says most, and it took half of the shortest round trip. (The idea is NTP's clock filter, RFC 5905.)
 */
export class ServerTime {
  #now = Number.NEGATIVE_INFINITY;
  #before = Number.NEGATIVE_INFINITY;
  #windowEnds = Number.NaN;
  #shortest = Number.POSITIVE_INFINITY;

  /** Notes a patch of a server time (ms) that came at `nowMs`. */
  patch(serverMs: number, nowMs: number): void {
    if (!(nowMs < this.#windowEnds)) {
      this.#before = this.#now;
      this.#now = Number.NEGATIVE_INFINITY;
      this.#windowEnds = nowMs + WINDOW_MS;
    }
    this.#now = Math.max(this.#now, serverMs - nowMs);
  }

  /** Notes a round trip (ms). */
  roundTrip(ms: number): void {
    this.#shortest = Math.min(this.#shortest, ms);
  }

  /** Server time (ms) at `nowMs`, or undefined before there was a patch and a round trip. */
  at(nowMs: number): number | undefined {
    const offset = Math.max(this.#now, this.#before);
    if (offset === Number.NEGATIVE_INFINITY || !Number.isFinite(this.#shortest)) return undefined;
    return nowMs + offset + this.#shortest / 2;
  }

  /** Begins anew: after a reconnection the way may be another. */
  reset(): void {
    this.#now = Number.NEGATIVE_INFINITY;
    this.#before = Number.NEGATIVE_INFINITY;
    this.#windowEnds = Number.NaN;
    this.#shortest = Number.POSITIVE_INFINITY;
  }
}
