/** Round trips that are kept of one client; one every half second, so this is most of an hour. */
const MAX_ROUND_TRIPS = 4000;

/** What one client has to tell at the end. */
export class ClientLog {
  bytesDown = 0;
  bytesUp = 0;
  patches = 0;
  reconnects = 0;
  /** Seconds in the match. */
  seconds = 0;
  /** ms. */
  roundTrips: number[] = [];

  /** Begins anew, when what is measured begins. */
  reset(): void {
    this.bytesDown = 0;
    this.bytesUp = 0;
    this.patches = 0;
    this.reconnects = 0;
    this.seconds = 0;
    this.roundTrips = [];
  }

  /** A percentile (0..1) of the round trips (ms), or undefined without any. */
  roundTrip(share: number): number | undefined {
    const sorted = this.roundTrips.slice(-MAX_ROUND_TRIPS).sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  }
}
