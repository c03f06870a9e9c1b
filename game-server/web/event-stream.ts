import type { Response } from "express";

/** Bytes that may wait for a reader beyond the first event: whoever takes less is cut, and may come back. */
const MAX_WAITING = 64 * 1024;

/** The head of a response that never ends. */
export const STREAM_HEADERS = {
  "Content-Type": "text/event-stream",
  "Cache-Control": "no-store, no-transform",
  // A proxy such as nginx may gather a response before it passes it on, unless it is told not to.
  "X-Accel-Buffering": "no",
};

/** A response that tells events for as long as somebody reads, in bounded memory. */
export class EventStream {
  readonly #response: Response;
  #mayWait = 0;

  constructor(response: Response) {
    this.#response = response;
  }

  /** Whether it is over, or was never wanted: its reader has gone. */
  get over(): boolean {
    return this.#response.destroyed || this.#response.writableEnded;
  }

  /** Whether the first event has been told. */
  get begun(): boolean {
    return this.#response.headersSent;
  }

  /** Tells an event, or cuts a reader who does not take those before. */
  tell(event: string): void {
    if (this.over) return;
    if (!this.begun) {
      this.#response.writeHead(200, STREAM_HEADERS);
      // The first event is the largest, and a slow line needs its time for it.
      this.#mayWait = MAX_WAITING + Buffer.byteLength(event);
    }
    if (this.#response.writableLength > this.#mayWait) this.#response.destroy();
    else this.#response.write(event);
  }

  end(): void {
    this.#response.end();
  }
}

/** An event as it is written. `json` must have no line breaks. */
export function eventOf(name: string, json: string): string {
  return `event:${name}\ndata:${json}\n\n`;
}
