import { AIM, AXIS, dequantize, type Quantum } from "#shared/quantize.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { INPUT_FIELD_BYTES, type QueuedInput, readInput } from "#shared/state/input-state.ts";

const FIELD_MASK = 0x7f;
/** The field that is the number of an input. Those before it are what its player does. */
const NUMBER = 6;
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
  readonly #told: PlayerInput = neutralInput();
  /** What was told, made legal. */
  #legal: Readonly<PlayerInput> = neutralInput();
  #number = 0;
  #seen = 0;

  /** Where the fields ended that were read last. */
  end = 0;

  /** The legal input in the fields that begin at `at`, up to the end of the frame or to what is no field. */
  read(frame: Uint8Array, at: number): QueuedInput {
    let isNew = false;
    let isNumbered = false;
    while (at < frame.length) {
      const field = (frame[at] ?? 0) & FIELD_MASK;
      const size = INPUT_FIELD_BYTES[field];
      if (size === undefined) break;
      this.#set(field, frame, at + 1);
      if (field < NUMBER) isNew = true;
      else if (field === NUMBER) isNumbered = true;
      at += 1 + size;
    }
    this.end = at;
    if (!isNumbered) this.#number += 1;
    // Most inputs do what the one before did.
    if (isNew) this.#legal = readInput(this.#told);
    const { moveX, moveY, aim, push, dash, brace } = this.#legal;
    return { moveX, moveY, aim, push, dash, brace, seen: this.#seen, tick: this.#number };
  }

  /** By the order of the fields in `InputState`. */
  #set(field: number, bytes: Uint8Array, at: number): void {
    const told = this.#told;
    const byte = bytes[at] ?? 0;
    if (field === 0) told.moveX = AXES[byte] ?? 0;
    else if (field === 1) told.moveY = AXES[byte] ?? 0;
    else if (field === 2) told.aim = AIMS[byte] ?? 0;
    else if (field === 3) told.push = byte > 0;
    else if (field === 4) told.dash = byte > 0;
    else if (field === 5) told.brace = byte > 0;
    else if (field === NUMBER) this.#number = uint32(bytes, at);
    else this.#seen = uint32(bytes, at);
  }
}

function uint32(bytes: Uint8Array, at: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
  return (a | (b << 8) | (c << 16) | (d << 24)) >>> 0;
}
