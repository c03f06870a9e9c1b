import { AIM, AXIS, dequantize, type Quantum } from "#shared/quantize.ts";
import { INPUT_FIELD_BYTES, type QueuedInput, readInput } from "#shared/state/input-state.ts";

const FIELD_MASK = 0x7f;
const AXES = decodingTable(AXIS);
const AIMS = decodingTable(AIM);

function decodingTable(quantum: Quantum): Float64Array {
  return Float64Array.from({ length: 256 }, (_, code) => dequantize(quantum, code));
}

/**
 * Reads the inputs of a connection: what the encoder of `InputState` writes, of which each frame holds what has changed. A
 * field is its index and its value. The guard has seen to it that there are no other fields, and that none is cut off.
 */
export class InputReader {
  readonly #newest = { moveX: 0, moveY: 0, aim: 0, push: false, dash: false, brace: false, tick: 0, seen: 0 };

  /** Where the fields ended that were read last. */
  end = 0;

  /** The legal input in the fields that begin at `at`, up to the end of the frame or to what is no field. */
  read(frame: Uint8Array, at: number): QueuedInput {
    while (at < frame.length) {
      const field = (frame[at] ?? 0) & FIELD_MASK;
      const size = INPUT_FIELD_BYTES[field];
      if (size === undefined) break;
      this.#set(field, frame, at + 1);
      at += 1 + size;
    }
    this.end = at;
    return Object.assign(readInput(this.#newest), { tick: this.#newest.tick });
  }

  /** By the order of the fields in `InputState`. */
  #set(field: number, bytes: Uint8Array, at: number): void {
    const newest = this.#newest;
    const byte = bytes[at] ?? 0;
    if (field === 0) newest.moveX = AXES[byte] ?? 0;
    else if (field === 1) newest.moveY = AXES[byte] ?? 0;
    else if (field === 2) newest.aim = AIMS[byte] ?? 0;
    else if (field === 3) newest.push = byte > 0;
    else if (field === 4) newest.dash = byte > 0;
    else if (field === 5) newest.brace = byte > 0;
    else if (field === 6) newest.tick = uint32(bytes, at);
    else if (field === 7) newest.seen = uint32(bytes, at);
  }
}

function uint32(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
}
