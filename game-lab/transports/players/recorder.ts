import { monotonicMs } from "../monotonic.ts";
import type { PlayerLog } from "../protocol.ts";

/** Notes what one player sends and gets while a window is open. */
export class Recorder {
  #open = false;
  #log: PlayerLog = emptyLog();
  /** When (ms) inputs left, by their number less `#acked` less 1. */
  readonly #sentAt: number[] = [];
  #acked = 0;
  #newest = 0;

  /** Begins a window. */
  open(): void {
    this.#open = true;
    const last = this.#log.arrivals.at(-1);
    this.#log = emptyLog();
    // What was known at the start is as old as it is.
    if (last !== undefined) this.#log.arrivals.push(last);
  }

  /** Ends it. */
  close(): PlayerLog {
    this.#open = false;
    return this.#log;
  }

  /** An input leaves; they are numbered from 1 in the order of these calls. */
  sent(): void {
    this.#sentAt.push(monotonicMs());
    if (this.#open) this.#log.inputs += 1;
  }

  /** A state has come that says which input it includes. */
  state(number: number, acked: number): void {
    const now = monotonicMs();
    if (number > this.#newest) this.#log.arrivals.push([number, now]);
    else if (number < this.#newest && this.#open) this.#log.disorder += 1;
    this.#newest = Math.max(this.#newest, number);
    for (const sentAt of this.#sentAt.splice(0, Math.max(0, acked - this.#acked))) {
      if (this.#open) this.#log.inputToAck.push(now - sentAt);
    }
    this.#acked = Math.max(this.#acked, acked);
  }

  messageDown(bytes: number): void {
    if (!this.#open) return;
    this.#log.messagesDown += 1;
    this.#log.bytesDown += bytes;
  }

  messageUp(bytes: number): void {
    if (!this.#open) return;
    this.#log.messagesUp += 1;
    this.#log.bytesUp += bytes;
  }

  /** The connection was lost: inputs under way will not be answered, and are numbered anew. */
  dropped(): void {
    if (this.#open) this.#log.drops += 1;
    this.#sentAt.length = 0;
    this.#acked = 0;
  }
}

function emptyLog(): PlayerLog {
  return {
    arrivals: [],
    inputToAck: [],
    inputs: 0,
    messagesDown: 0,
    bytesDown: 0,
    messagesUp: 0,
    bytesUp: 0,
    disorder: 0,
    drops: 0,
  };
}
