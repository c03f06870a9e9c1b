/** Frames that are kept whatever their size: two to four seconds of a match. */
const LEAST_KEPT = 96;
/** Bytes that are kept at first, and at most. */
const FIRST_BYTES = 8 * 1024;
const MAX_BYTES = 256 * 1024;

/**
 * The frames of one end of a seat, numbered from 1 on whatever line they take: those that came are counted, and the last that
 * were sent are kept, so that another line can begin with the first that the other end does not have. They are kept in one
 * piece of memory that is written over.
 */
export class NumberedFrames {
  #bytes = new Uint8Array(FIRST_BYTES);
  /** Where the kept frames begin and end in it, from the oldest on. */
  #begins: number[] = [];
  #ends: number[] = [];
  #sent = 0;
  #received = 0;

  /** Number of the last frame that was sent. */
  get sent(): number {
    return this.#sent;
  }

  /** Number of the last frame that came. */
  get received(): number {
    return this.#received;
  }

  /** Notes that the next frame has come. */
  receive(): void {
    this.#received += 1;
  }

  /** Notes that a frame is sent, and keeps a copy of it. */
  keep(frame: Uint8Array): void {
    this.#sent += 1;
    const at = this.#placeFor(frame.length);
    if (at === undefined) {
      this.#begins = [];
      this.#ends = [];
      return;
    }
    this.#bytes.set(frame, at);
    this.#begins.push(at);
    this.#ends.push(at + frame.length);
  }

  /**
   * Copies of all frames that were sent after a number, in order; undefined when they are not all kept any more, or when so
   * many were never sent.
   */
  since(number: number): Uint8Array[] | undefined {
    const kept = this.#begins.length;
    const from = number - (this.#sent - kept);
    if (from < 0 || from > kept) return undefined;
    return this.#begins.slice(from).map((begin, i) => this.#bytes.slice(begin, this.#ends[from + i]));
  }

  /** Makes room for so many bytes at the cost of the oldest frames. Returns where it is; undefined where there is none. */
  #placeFor(length: number): number | undefined {
    if (length > MAX_BYTES) return undefined;
    let at = this.#next(length);
    while (at === undefined || this.#overlaps(at, length)) {
      if (this.#bytes.length < MAX_BYTES && this.#begins.length < LEAST_KEPT) this.#grow();
      else if (at === undefined) return undefined;
      else {
        this.#begins.shift();
        this.#ends.shift();
      }
      at = this.#next(length);
    }
    return at;
  }

  /** Where a frame of so many bytes goes: behind the newest, or where there is no room left, to the front. */
  #next(length: number): number | undefined {
    if (length > this.#bytes.length) return undefined;
    const end = this.#ends.at(-1) ?? 0;
    return end + length <= this.#bytes.length ? end : 0;
  }

  /** Whether what is written there would lie on frames that are kept. */
  #overlaps(at: number, length: number): boolean {
    const oldest = this.#begins[0];
    const newest = this.#begins.at(-1);
    if (oldest === undefined || newest === undefined) return false;
    // Then what is kept lies from the oldest on to the end of the memory, and from its front to the newest.
    const isWrapped = newest < oldest;
    if (at === 0) return isWrapped || length > oldest;
    return isWrapped && at + length > oldest;
  }

  #grow(): void {
    const old = this.#bytes;
    const frames = this.#begins.map((begin, i) => old.subarray(begin, this.#ends[i]));
    this.#bytes = new Uint8Array(Math.min(MAX_BYTES, 2 * old.length));
    let at = 0;
    this.#begins = [];
    this.#ends = [];
    for (const frame of frames) {
      this.#bytes.set(frame, at);
      this.#begins.push(at);
      at += frame.length;
      this.#ends.push(at);
    }
  }
}
