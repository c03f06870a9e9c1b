import { type Client, ClientState, ProtocolModifier } from "@colyseus/core";
import { decode } from "@colyseus/schema";
import { type InputBuffer, inputBufferOf, onInputFrame } from "#colyseus/server/inputs.ts";
import { AIM, AXIS, dequantize, type Quantum } from "#shared/quantize.ts";
import { INPUT_FIELD_BYTES, type QueuedInput, readInput } from "#shared/state/input-state.ts";
import type { Claims } from "./believed-sight.ts";

/** Set on the first byte of an input that carries the moment that its sender saw. */
const { TIMED } = ProtocolModifier;
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

  /** The legal input in the fields that begin at `at`. */
  read(frame: Uint8Array, at: number): QueuedInput {
    while (at < frame.length) {
      const field = (frame[at] ?? 0) & FIELD_MASK;
      this.#set(field, frame, at + 1);
      at += 1 + (INPUT_FIELD_BYTES[field] ?? frame.length);
    }
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

/** Takes the inputs of a connection from its transport into the buffer that Colyseus keeps for it. */
export class InputReception {
  readonly #client: Client;
  readonly #buffer: InputBuffer;
  readonly #came: (tick: number) => void;
  readonly #judge: Judge;
  readonly #wanted: () => boolean;
  readonly #reader = new InputReader();
  readonly #it = { offset: 1 };
  /** The moment (ms) that the newest input says its sender saw; the next says how much later that is. */
  #stamp = 0;

  /**
   * `came` is told of each input, before it is known whether it is a new one; `judge` of those that are. While they are not
   * `wanted` they are read, because each only holds what has changed, and dropped; they count as used, so that the page of
   * somebody who plays again knows which ones are still under way.
   */
  constructor(client: Client, came: (tick: number) => void, judge: Judge, wanted: () => boolean) {
    this.#client = client;
    this.#buffer = inputBufferOf(client);
    this.#came = came;
    this.#judge = judge;
    this.#wanted = wanted;
  }

  /**
   * Begins with what the transport emits as `input`. Colyseus would read each frame with a decoder for trees that change,
   * and keep a copy with all that it takes to track changes; there are more inputs than anything else.
   */
  begin(): void {
    onInputFrame(this.#client, this.#receive);
  }

  readonly #receive = (frame: Uint8Array): void => {
    if (this.#client.state === ClientState.LEAVING) return;
    const it = this.#it;
    it.offset = 1;
    let seenAt = 0;
    if (((frame[0] ?? 0) & TIMED) !== 0) {
      this.#stamp += decode.number(frame, it);
      seenAt = this.#stamp;
    }
    const input = this.#reader.read(frame, it.offset);
    if (!this.#wanted()) {
      if (this.#buffer.accept(input.tick)) this.#buffer.consumedCount += 1;
      return;
    }
    this.#came(input.tick);
    if (!this.#buffer.accept(input.tick)) return;
    const claims = this.#judge(input.tick, { seen: input.seen ?? 0, shown: seenAt });
    input.seen = claims.seen;
    this.#buffer.push(input, claims.shown);
  };
}

/** Says what is believed of what an input of this number claims. */
type Judge = (number: number, claims: Claims) => Claims;
