import { decodeBatch, encodeBatch, recordSize, WireError, type WireRecord } from "./batch.ts";

/** What a batch brought that was not there before. */
export interface Received {
  /** In order, each exactly once. They are views into the bytes that were given. */
  readonly frames: readonly Uint8Array[];
  /** The other end's good-bye, after which it sends nothing. */
  readonly close: { readonly code: number; readonly reason: string } | undefined;
}

/**
 * One end of a connection whose messages travel in requests that may be lost, repeated or late. What is sent is
 * kept until the other end has said that it has it, and what comes twice is taken once. There is no clock and no
 * I/O in here: when and how a batch travels is the business of a transport.
 */
export class Link {
  readonly #kept: WireRecord[] = [];
  #keptBytes = 0;
  #sent = 0;
  #received = 0;
  #closed = false;

  /** Number of the last record that was sent. */
  get sent(): number {
    return this.#sent;
  }

  /** Number of the last record that the other end is known to have. */
  get acked(): number {
    return this.#sent - this.#kept.length;
  }

  /** Number of the last record that came. */
  get received(): number {
    return this.#received;
  }

  /** Bytes that the other end may not have yet. */
  get unackedBytes(): number {
    return this.#keptBytes;
  }

  /** Whether the good-bye of this end is on its way or has arrived. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Sends a copy of a frame. After a close it is dropped, as a socket does. */
  send(frame: Uint8Array): void {
    this.#keep({ type: "frame", bytes: frame.slice() });
  }

  /** Sends the last thing that will ever be sent. */
  close(code: number, reason: string): void {
    this.#keep({ type: "close", code, reason });
    this.#closed = true;
  }

  /**
   * The next batch for the other end.
   * @param after Number of the last record that need not be in it: the last acknowledged one, unless an ordered
   * stream has carried more.
   * @param maxBytes Size at which it ends; one record is always in it when there is one.
   * @returns the bytes and the number of the last record in them.
   */
  batch(
    after = this.acked,
    maxBytes = Number.POSITIVE_INFINITY,
  ): { bytes: Uint8Array<ArrayBuffer>; last: number } {
    const from = Math.min(Math.max(after, this.acked), this.#sent);
    const records: WireRecord[] = [];
    let size = 0;
    for (const record of this.#kept.slice(from - this.acked)) {
      size += recordSize(record);
      if (records.length > 0 && size > maxBytes) break;
      records.push(record);
    }
    const bytes = encodeBatch({ ack: this.#received, first: from + 1, records });
    return { bytes, last: from + records.length };
  }

  /**
   * Notes what the other end has.
   * @throws WireError when that was never sent.
   */
  acknowledge(ack: number): void {
    if (ack > this.#sent) throw new WireError("Something was acknowledged that was never sent.");
    for (const record of this.#kept.splice(0, Math.max(0, ack - this.acked))) {
      this.#keptBytes -= recordSize(record);
    }
  }

  /**
   * Takes in a batch.
   * @throws WireError when it is none, or leaves out records that never came.
   */
  receive(bytes: Uint8Array): Received {
    const { ack, first, records } = decodeBatch(bytes);
    this.acknowledge(ack);
    if (records.length > 0 && first > this.#received + 1) {
      throw new WireError(`Record ${this.#received + 1} was expected, and ${first} came.`);
    }
    const frames: Uint8Array[] = [];
    let close: Received["close"];
    for (const record of records.slice(this.#received + 1 - first)) {
      this.#received += 1;
      if (record.type === "frame") frames.push(record.bytes);
      else close = { code: record.code, reason: record.reason };
    }
    return { frames, close };
  }

  #keep(record: WireRecord): void {
    if (this.#closed) return;
    this.#kept.push(record);
    this.#keptBytes += recordSize(record);
    this.#sent += 1;
  }
}
