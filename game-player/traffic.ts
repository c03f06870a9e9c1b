import type { Down, Stage, Up } from "#transports/contract/stage.ts";
import type { FrameKind } from "./colyseus/frame-kinds.ts";
import { frameKind } from "./colyseus/frames.ts";
import { type Tapped, tapFrames } from "./colyseus/tap.ts";

/** Window (ms) over which rates are counted. */
const WINDOW_MS = 1000;

/** Counts patches and bytes of a connection, without the headers below the frames. */
export class Traffic implements Stage {
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
  readonly #untap: () => void = () => {};

  /** Without a room there is nothing to count but patches. */
  constructor(room: Tapped | undefined, now: () => number) {
    this.#now = now;
    this.#since = now();
    if (room === undefined) return;
    this.#untap = tapFrames(room, this);
  }

  up(frame: Uint8Array, next: Up): void {
    this.#count(frame);
    next(frame);
  }

  down(frame: Uint8Array, next: Down): void {
    this.#received += this.#count(frame);
    next(frame);
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
    this.#untap();
  }

  #count(frame: Uint8Array): number {
    this.bytes[frameKind(frame)] += frame.length;
    return frame.length;
  }
}
