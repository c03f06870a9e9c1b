import type { Done, Down, Stage, Up } from "../contract/stage.ts";

/** Counts what goes over one kind of transport: messages and their bytes, without the framing of the transport. */
export class TransportMeter {
  /** Connections that are open now. */
  connections = 0;
  messagesIn = 0;
  messagesOut = 0;
  bytesIn = 0;
  bytesOut = 0;
}

/** Counts the frames of one connection in the meter of its transport. */
export class Meter implements Stage {
  readonly #counts: TransportMeter;

  constructor(counts: TransportMeter) {
    this.#counts = counts;
  }

  up(frame: Uint8Array, next: Up): void {
    this.#counts.messagesIn += 1;
    this.#counts.bytesIn += frame.length;
    next(frame);
  }

  down(frame: Uint8Array, next: Down, done?: Done): void {
    this.#counts.messagesOut += 1;
    this.#counts.bytesOut += frame.length;
    next(frame, done);
  }
}
