import type { Piece } from "./wire.ts";

/** Pieces that may be ahead of the one that is missing: at 50 a second, what comes in 40 s. */
const WINDOW = 2048;
/** Bytes that wait for a missing piece, beyond which datagrams are ignored: what was in them comes again. */
const EARLY_BYTES = 64 * 1024;
/** Bytes beyond which the other end is not playing fair: nothing is lost on the reliable channel, and no frame is so long. */
const MAX_BYTES = 256 * 1024;

/** Puts the pieces that come into their order, each once, and together to frames. */
export class Inbox {
  readonly #early = new Map<number, Piece>();
  #earlyBytes = 0;
  #received = 0;
  /** Of a frame that is not complete. */
  #parts: Uint8Array[] = [];
  #partBytes = 0;

  /** Every piece up to this number has come. */
  get received(): number {
    return this.#received;
  }

  /**
   * Takes a piece in, in any order and any number of times.
   * @param sure It came over the reliable channel and will not come again.
   * @returns The frames that are complete now, in order, copied; undefined when the other end breaks the rules.
   */
  take(piece: Piece, sure: boolean): readonly Uint8Array[] | undefined {
    const { number } = piece;
    if (number <= this.#received || this.#early.has(number)) return [];
    if (number > this.#received + WINDOW) return undefined;
    if (number > this.#received + 1) return this.#keep(piece, sure) ? [] : undefined;
    const frames: Uint8Array[] = [];
    for (let next: Piece | undefined = piece; next !== undefined; next = this.#next()) {
      this.#received += 1;
      this.#parts.push(next.bytes);
      this.#partBytes += next.bytes.length;
      if (this.#partBytes > MAX_BYTES) return undefined;
      if (next.more) this.#parts[this.#parts.length - 1] = next.bytes.slice();
      else frames.push(this.#whole());
    }
    return frames;
  }

  #keep({ number, bytes, more }: Piece, sure: boolean): boolean {
    if (this.#earlyBytes + bytes.length > (sure ? MAX_BYTES : EARLY_BYTES)) return !sure;
    this.#early.set(number, { number, bytes: bytes.slice(), more });
    this.#earlyBytes += bytes.length;
    return true;
  }

  #next(): Piece | undefined {
    const piece = this.#early.get(this.#received + 1);
    if (piece === undefined) return undefined;
    this.#early.delete(piece.number);
    this.#earlyBytes -= piece.bytes.length;
    return piece;
  }

  #whole(): Uint8Array {
    const frame = new Uint8Array(this.#partBytes);
    let at = 0;
    for (const part of this.#parts) {
      frame.set(part, at);
      at += part.length;
    }
    this.#parts = [];
    this.#partBytes = 0;
    return frame;
  }
}
