import { Encoder, encode, Reflection, type Schema, type StateView } from "@colyseus/schema";
import { FIXED_TIMESTEP, Kind, PATCH_RATE, RENDER_TIME, Section, TIMED } from "./protocol.ts";

/** What a page is told in front of a state: the time of the room (ms), and how many of its inputs are in the state. */
export interface Timing {
  readonly now: number;
  readonly ack: number;
}

/** What a page has to know to send inputs. */
export interface InputTerms {
  /** An input of the schema that they have. */
  readonly input: Schema;
  /** Steps per second, and time between two patches (ms). */
  readonly tickRate: number;
  readonly patchMs: number;
}

/** Bytes in front of a state: kind, time, acknowledgement. */
const HEAD_BYTES = 9;
/** Room (bytes) for what stands in a handshake between the two schemas. */
const SMALL_BYTES = 128;

/** The frames of a room with a single player, made without Colyseus' server: what its SDK expects. */
export class RoomFrames {
  readonly #encoder: Encoder;
  readonly #view: StateView;

  /** `view` is what of the state the player gets to see besides what everybody does. */
  constructor(state: Schema, view: StateView) {
    this.#encoder = new Encoder(state);
    this.#view = view;
  }

  /** Lets a player in who was in before, and knows everything. */
  back(token: string): Uint8Array {
    const bytes = new Uint8Array(SMALL_BYTES + 4 * token.length);
    const it = { offset: 0 };
    writeHead(bytes, token, it);
    writeSized(bytes, new Uint8Array(0), it);
    return bytes.slice(0, it.offset);
  }

  /** Lets the player in. By the token they may come back. */
  joined(token: string, { input, tickRate, patchMs }: InputTerms): Uint8Array {
    const state = Reflection.encode(this.#encoder);
    const inputs = Reflection.encode(new Encoder(input));
    const bytes = new Uint8Array(SMALL_BYTES + 4 * token.length + state.length + inputs.length);
    const it = { offset: 0 };
    writeHead(bytes, token, it);
    writeSized(bytes, state, it);
    bytes[it.offset++] = Section.INPUT_REFLECTION;
    writeSized(bytes, inputs, it);
    const options = { bytes: new Uint8Array(SMALL_BYTES), it: { offset: 0 } };
    options.bytes[options.it.offset++] = RENDER_TIME | FIXED_TIMESTEP | PATCH_RATE;
    encode.number(options.bytes, tickRate, options.it);
    encode.number(options.bytes, patchMs, options.it);
    bytes[it.offset++] = Section.INPUT_OPTIONS;
    writeSized(bytes, options.bytes.subarray(0, options.it.offset), it);
    return bytes.slice(0, it.offset);
  }

  /** The whole state. */
  whole(timing: Timing): Uint8Array {
    const it = { offset: 0 };
    const bytes = new Uint8Array(Encoder.BUFFER_SIZE);
    this.#encoder.encodeAll(it, bytes);
    const all = this.#encoder.encodeAllView(this.#view, it.offset, { ...it }, bytes);
    return framed(Kind.ROOM_STATE, timing, all);
  }

  /** What has changed of the state since the patch before. */
  patch(timing: Timing): Uint8Array {
    const it = { offset: 0 };
    this.#encoder.encode(it);
    const changes = this.#encoder.encodeView(this.#view, it.offset, it);
    const frame = framed(Kind.ROOM_STATE_PATCH, timing, changes);
    this.#encoder.discardChanges();
    return frame;
  }
}

function framed(kind: number, { now, ack }: Timing, body: Uint8Array): Uint8Array {
  const frame = new Uint8Array(HEAD_BYTES + body.length);
  const it = { offset: 0 };
  frame[it.offset++] = kind | TIMED;
  encode.uint32(frame, now >>> 0, it);
  encode.uint32(frame, ack >>> 0, it);
  frame.set(body, it.offset);
  return frame;
}

function writeHead(bytes: Uint8Array, token: string, it: { offset: number }): void {
  bytes[it.offset++] = Kind.JOIN_ROOM;
  writeShortText(bytes, token, it);
  writeShortText(bytes, "schema", it);
}

function writeShortText(bytes: Uint8Array, text: string, it: { offset: number }): void {
  const at = it.offset++;
  encode.utf8Write(bytes, text, it);
  bytes[at] = it.offset - at - 1;
}

function writeSized(bytes: Uint8Array, part: Uint8Array, it: { offset: number }): void {
  encode.number(bytes, part.length, it);
  bytes.set(part, it.offset);
  it.offset += part.length;
}
