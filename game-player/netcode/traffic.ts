import { type FrameKind, frameKind } from "./frame-kind.ts";
import type { ArenaLink } from "./link.ts";

/** Window (ms) over which rates are counted. */
const WINDOW_MS = 1000;

/** The part of a room that is counted. */
export interface Counted {
  readonly connection: Pick<ArenaLink["connection"], "events" | "send">;
}

/** Counts patches and bytes of a connection, without the headers below the frames. */
export class Traffic {
  /** Bytes so far by what they carried. */
  readonly bytes: Record<FrameKind, number> = { state: 0, inputs: 0, messages: 0 };
  /** Patches so far. */
  patches = 0;
  readonly #now: () => number;
  #received = 0;
  #patchesBefore = 0;
  #receivedBefore = 0;
  #since: number;
  #patchesPerSecond = 0;
  #bytesPerSecond = 0;
  readonly #unsubscribe: () => void;

  constructor({ connection }: Counted, now: () => number) {
    this.#now = now;
    this.#since = now();
    const { events } = connection;
    const receive = events.onmessage;
    const send = connection.send;
    // The connection has one listener, the room's own; this one counts and passes on.
    events.onmessage = (message: MessageEvent<ArrayBuffer | Uint8Array>) => {
      const { data } = message;
      this.#received += this.#count(data instanceof Uint8Array ? data : new Uint8Array(data));
      receive?.(message);
    };
    connection.send = (data: Uint8Array) => {
      this.#count(data);
      send.call(connection, data);
    };
    this.#unsubscribe = () => {
      if (receive !== undefined) events.onmessage = receive;
      connection.send = send;
    };
  }

  /** Notes a patch. */
  patch(): void {
    this.patches += 1;
    const now = this.#now();
    const passed = now - this.#since;
    if (passed < WINDOW_MS) return;
    this.#patchesPerSecond = ((this.patches - this.#patchesBefore) / passed) * 1000;
    this.#bytesPerSecond = ((this.#received - this.#receivedBefore) / passed) * 1000;
    this.#patchesBefore = this.patches;
    this.#receivedBefore = this.#received;
    this.#since = now;
  }

  get patchesPerSecond(): number {
    return this.#patchesPerSecond;
  }

  /** Bytes received per second. */
  get bytesPerSecond(): number {
    return this.#bytesPerSecond;
  }

  dispose(): void {
    this.#unsubscribe();
  }

  #count(frame: Uint8Array): number {
    this.bytes[frameKind(frame[0] ?? 0)] += frame.length;
    return frame.length;
  }
}
