import type { JoinedRoom } from "./joined-room.ts";
import { catchFrame } from "./tap.ts";

/** Bytes that are kept for two frames: an input has at most 29. */
const ROOM = 128;

/** Sends frames of a room in twos, the second right behind the first in one frame, which takes one read on the server. */
export class PairedFrames {
  readonly #room: Pick<JoinedRoom, "connection">;
  readonly #bytes = new Uint8Array(ROOM);
  #held = 0;

  constructor(room: Pick<JoinedRoom, "connection">) {
    this.#room = room;
  }

  /** Whether one is held back. */
  get holds(): boolean {
    return this.#held > 0;
  }

  /** Holds back the frame that `make` has the room send. Returns whether one was made. */
  hold(make: () => void): boolean {
    const frame = catchFrame(this.#room, make);
    if (frame === undefined) return false;
    this.#append(frame);
    return true;
  }

  /** Sends the frame that `make` has the room send, behind the one that is held. Returns whether one was made. */
  send(make: () => void): boolean {
    const made = this.hold(make);
    this.release();
    return made;
  }

  /** Sends what is held. */
  release(): void {
    const { connection } = this.#room;
    const held = this.#held;
    this.#held = 0;
    if (held > 0 && connection.isOpen) connection.send(this.#bytes.subarray(0, held));
  }

  /** What is held was for another connection. */
  drop(): void {
    this.#held = 0;
  }

  #append(frame: Uint8Array): void {
    if (this.#held + frame.length > ROOM) throw new Error(`A frame of ${frame.length} bytes is no input.`);
    this.#bytes.set(frame, this.#held);
    this.#held += frame.length;
  }
}
