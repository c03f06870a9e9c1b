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
  #carrier: string | undefined;
  #moves = 0;

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
    const carrier = this.#carrier;
    return { ...this.#log, moves: this.#moves, ...(carrier === undefined ? {} : { carrier }) };
  }

  /** An input leaves; they are numbered from 1 in the order of these calls. */
  sent(): void {
    this.#sentAt.push(monotonicMs());
    if (this.#open) this.#log.inputs += 1;
  }

  /** A state has come that says which input it includes. */
  state(number: number, acked: number): void {
    const now = monotonicMs();
    if (number > this.#newest) {
      // Outside of a window only the newest matters: to keep all of them for long would make the process slow.
      if (!this.#open) this.#log.arrivals.length = 0;
      this.#log.arrivals.push([number, now]);
    } else if (number < this.#newest && this.#open) this.#log.disorder += 1;
    this.#newest = Math.max(this.#newest, number);
    for (const sentAt of this.#sentAt.splice(0, Math.max(0, acked - this.#acked))) {
      if (this.#open) this.#log.inputToAck.push(now - sentAt);
    }
    this.#acked = Math.max(this.#acked, acked);
  }

  /** A frame was drawn; `dry`: there was nothing newer for others to move towards. */
  frame(dry: boolean): void {
    if (!this.#open) return;
    this.#log.frames += 1;
    if (dry) this.#log.dryFrames += 1;
  }

  /** What carries the player now, by its name. */
  carriedBy(name: string): void {
    if (this.#carrier !== undefined && name !== this.#carrier) this.#moves += 1;
    this.#carrier = name;
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
    frames: 0,
    dryFrames: 0,
    moves: 0,
  };
}
