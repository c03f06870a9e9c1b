import type { Duplex } from "node:stream";
import type { Done, Down, Stage } from "../contract/stage.ts";

const OPEN = 1;
/** A whole message of bytes: RFC 6455, section 5.2. */
const BINARY = 0x82;
/** What stands in place of a length that follows in two bytes, and from which length on. */
const TWO_BYTES = 126;
/** Longest message (bytes) that is framed here: patches are shorter, and full states do not matter. */
const MAX_LENGTH = 4096;

/**
 * Heads of messages by their length: a server does not mask, so they are always the same. They are views of one piece of
 * memory. Made one by one, each would lie in a pool of Node (8 KiB) of its own, and keep it for ever.
 */
const heads: readonly Buffer[] = layHeads(Buffer.alloc(4 * (MAX_LENGTH + 1)));

/** Writes the heads of all lengths up to `MAX_LENGTH` one after the other. */
function layHeads(memory: Buffer): Buffer[] {
  let at = 0;
  return Array.from({ length: MAX_LENGTH + 1 }, (_, length) => {
    const bytes = length < TWO_BYTES ? [BINARY, length] : [BINARY, TWO_BYTES, length >> 8, length & 255];
    memory.set(bytes, at);
    at += bytes.length;
    return memory.subarray(at - bytes.length, at);
  });
}

/**
 * Hands the system everything that a WebSocket is sent at one go in one write: a patch and the events of its steps cost the
 * server little more than the patch alone, and are on the line at once. `line` is what the socket writes to. Messages are
 * framed here, because the library, which also compresses, cuts up and masks, takes longer for it than for all the rest;
 * without compression it writes each message at once, so theirs and ours do not mix.
 */
export class Cork implements Stage {
  readonly #socket: { readonly readyState: number };
  readonly #line: Duplex;
  #holding = false;

  constructor(socket: { readonly readyState: number }, line: Duplex) {
    this.#socket = socket;
    this.#line = line;
  }

  down(frame: Uint8Array, next: Down, done?: Done): void {
    const line = this.#line;
    if (!this.#holding) {
      this.#holding = true;
      line.cork();
      process.nextTick(this.#release);
    }
    const head = heads[frame.length];
    if (head === undefined || this.#socket.readyState !== OPEN) {
      next(frame, done);
      return;
    }
    line.write(head);
    if (done === undefined) line.write(frame);
    else line.write(frame, (error) => done(error ?? undefined));
  }

  readonly #release = (): void => {
    this.#holding = false;
    this.#line.uncork();
  };
}
