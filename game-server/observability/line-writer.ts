import { writeSync } from "node:fs";

/** Bytes that wait while nobody reads; what comes on top of it is lost. */
const MAX_WAITING = 256 * 1024;
/** How often (ms) it is tried again while nobody reads. */
const RETRY_MS = 100;

/** Writes bytes to a file descriptor. Returns how many it took. @throws as `fs.writeSync` does. */
type Write = (fd: number, bytes: Uint8Array) => number;

/**
 * Writes lines to a file descriptor, and goes on without them where that cannot be done: a disk that is full, a pipe whose
 * reader is gone. What a reader is too slow for waits, up to a bound. Each line that is lost is counted; each new one is
 * tried again, so the log comes back by itself.
 */
export class LineWriter {
  readonly #fd: number;
  readonly #write: Write;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #timer: NodeJS.Timeout | undefined;
  #lost = 0;

  constructor(fd: number, write: Write = writeSync) {
    this.#fd = fd;
    this.#write = write;
  }

  /** Lines that could not be written. */
  get lost(): number {
    return this.#lost;
  }

  /** Writes a line, which ends with its line break. Never throws, and never waits. */
  write(line: string): void {
    const bytes = Buffer.from(line);
    if (this.#waitingBytes + bytes.length > MAX_WAITING) {
      this.#lost += 1;
      return;
    }
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    if (this.#timer === undefined) this.#writeWaiting();
  }

  #writeWaiting(): void {
    this.#timer = undefined;
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      const written = this.#try(next);
      if (written === "later") {
        this.#timer = setTimeout(() => this.#writeWaiting(), RETRY_MS).unref();
        return;
      }
      this.#waitingBytes -= written;
      if (written < next.length) this.#waiting[0] = next.subarray(written);
      else this.#waiting.shift();
    }
  }

  /** Bytes that were written or are lost for good. */
  #try(bytes: Uint8Array): number | "later" {
    try {
      return this.#write(this.#fd, bytes);
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "EAGAIN") return "later";
      this.#lost += 1;
      return bytes.length;
    }
  }
}
