import { Protocol, ProtocolModifier, type SchemaSerializer } from "@colyseus/core";
import { encode, type Schema } from "@colyseus/schema";

/** Bytes in front of a patch: its kind; and in rooms with inputs the server's time (ms) and how many are in the state. */
const HEAD_BYTES = 1;
const TIMED_HEAD_BYTES = 9;
/** Parts longer than this (bytes) are copied by a call: a loop has copied a few bytes before that has begun. */
const SHORT = 48;
/** Frames lie side by side in pieces of memory of this size (bytes). One is kept as long as any frame in it. */
const SLAB = 16 * 1024;

export type Timing = Parameters<SchemaSerializer<Schema>["applyPatches"]>[2];

/** Puts patches together, one after the other, in the form that clients expect. */
export class PatchFrames {
  #timing: Timing;
  #slab = Buffer.allocUnsafeSlow(SLAB);
  #start = 0;
  readonly #it = { offset: 0 };

  /** Patches of one moment follow. */
  at(timing: Timing): void {
    this.#timing = timing;
  }

  /** Begins a patch that has at most so many bytes and acknowledges so many inputs. */
  begin(atMost: number, ack: number): void {
    const { offset } = this.#it;
    const most = TIMED_HEAD_BYTES + atMost;
    const hasRoom = offset + most <= this.#slab.length;
    if (!hasRoom) this.#slab = Buffer.allocUnsafeSlow(Math.max(SLAB, most));
    this.#start = hasRoom ? offset : 0;
    this.#head(this.#start, ack);
  }

  #head(start: number, ack: number): void {
    const slab = this.#slab;
    const timing = this.#timing;
    const kind = timing === undefined ? 0 : ProtocolModifier.TIMED;
    slab[start] = Protocol.ROOM_STATE_PATCH | kind;
    this.#it.offset = start + HEAD_BYTES;
    if (timing === undefined) return;
    encode.uint32(slab, timing.sNow >>> 0, this.#it);
    encode.uint32(slab, ack >>> 0, this.#it);
  }

  /** Adds some bytes. */
  add(bytes: Uint8Array, from: number, to: number): void {
    const slab = this.#slab;
    const it = this.#it;
    let { offset } = it;
    if (to - from > SHORT) {
      slab.set(bytes.subarray(from, to), offset);
      offset += to - from;
    } else for (let i = from; i < to; i++) slab[offset++] = bytes[i] ?? 0;
    it.offset = offset;
  }

  /** The patch, which nothing changes any more. */
  end(): Buffer {
    return this.#slab.subarray(this.#start, this.#it.offset);
  }
}
