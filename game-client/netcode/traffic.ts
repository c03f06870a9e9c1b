import type { ArenaLink } from "./link.ts";

/** Window (ms) over which rates are counted. */
const WINDOW_MS = 1000;

/** Counts patches and bytes of a connection. */
export class Traffic {
  readonly #now: () => number;
  #patches = 0;
  #bytes = 0;
  #since: number;
  #patchesPerSecond = 0;
  #bytesPerSecond = 0;
  #unsubscribe: () => void = () => {};

  constructor(room: ArenaLink, now: () => number) {
    this.#now = now;
    this.#since = now();
    const { events } = room.connection;
    const receive = events.onmessage;
    // The connection has one listener, the room's own; this one counts and passes on.
    events.onmessage = (message: MessageEvent) => {
      this.#bytes += message.data.byteLength ?? message.data.length ?? 0;
      receive?.(message);
    };
    this.#unsubscribe = () => {
      if (receive !== undefined) events.onmessage = receive;
    };
  }

  /** Notes a patch. */
  patch(): void {
    this.#patches += 1;
    const now = this.#now();
    const passed = now - this.#since;
    if (passed < WINDOW_MS) return;
    this.#patchesPerSecond = (this.#patches / passed) * 1000;
    this.#bytesPerSecond = (this.#bytes / passed) * 1000;
    this.#patches = 0;
    this.#bytes = 0;
    this.#since = now;
  }

  get patchesPerSecond(): number {
    return this.#patchesPerSecond;
  }

  /** Bytes received per second, without the headers below the messages. */
  get bytesPerSecond(): number {
    return this.#bytesPerSecond;
  }

  dispose(): void {
    this.#unsubscribe();
  }
}
