import { Protocol, ProtocolModifier } from "@colyseus/core";
import { decode } from "@colyseus/schema";
import type { Delivery, RoomProtocol } from "../contract/protocol.ts";

/** The kind of a frame is in the low five bits of its first byte. */
const KIND_MASK = 0x1f;
/** Set on an input that carries the moment that its sender saw. */
const { TIMED } = ProtocolModifier;
/** Longest message (bytes) that a player may send. */
const MAX_MESSAGE = 1024;
/** A short text of MessagePack, which the type of a message is: this, with its length in the low five bits. */
const SHORT_TEXT = 0xa0;

/** Whether a frame from a player is an input. */
export function isInputFrame(frame: Uint8Array): boolean {
  return ((frame[0] ?? 0) & KIND_MASK) === Protocol.ROOM_INPUT_RELIABLE;
}

/** What of Colyseus' protocol goes over the connections of a server: its kinds of frames, with what its rooms say of them. */
export class FrameRules {
  readonly #rooms: RoomProtocol;

  constructor(rooms: RoomProtocol) {
    this.#rooms = rooms;
  }

  /**
   * Whether a frame is one that a page of ours could have sent. Colyseus also takes kinds that we do not use,
   * and some of them are not safe to take from strangers: three bytes of an unreliable input make its decoder
   * run for ever.
   */
  isLegal(frame: Uint8Array): boolean {
    return this.messagesIn(frame) > 0;
  }

  /** How many messages a legal frame holds: two inputs may travel as one. 0 when it is not legal. */
  messagesIn(frame: Uint8Array): number {
    const first = frame[0] ?? 0;
    const flags = first & ~KIND_MASK;
    switch (first & KIND_MASK) {
      case Protocol.JOIN_ROOM:
      case Protocol.LEAVE_ROOM:
      case Protocol.PING:
        return flags === 0 && frame.length === 1 ? 1 : 0;
      case Protocol.ROOM_DATA:
        return flags === 0 && frame.length <= MAX_MESSAGE && this.#rooms.isMessage(frame) ? 1 : 0;
      case Protocol.ROOM_INPUT_RELIABLE:
        return this.#inputsIn(frame);
      default:
        return 0;
    }
  }

  /** Whether somebody may come back to a room with the state that their page has. */
  mayContinue(roomId: string, sessionId: string): boolean {
    return this.#rooms.mayContinue?.(roomId, sessionId) ?? true;
  }

  /** What may happen to a frame to a player who reads too slowly. */
  deliveryOf(frame: Uint8Array): Delivery {
    switch ((frame[0] ?? 0) & KIND_MASK) {
      case Protocol.ROOM_STATE_PATCH:
        return "latest";
      case Protocol.ROOM_DATA:
        return this.#rooms.deliveryOf(typeOfMessage(frame));
      default:
        return "ordered";
    }
  }

  /** 1 for an input, 2 for two that follow each other, 0 for anything else. */
  #inputsIn(frame: Uint8Array): number {
    const end = this.#inputEnd(frame, 0);
    if (end === frame.length) return 1;
    return end > 0 && this.#inputEnd(frame, end) === frame.length ? 2 : 0;
  }

  /**
   * Where the input ends that begins at `from`: at the end of the frame, or where the next one begins, whose first byte is no field.
   * 0 when it does not consist of fields that there are, each of its size, none cut off.
   */
  #inputEnd(frame: Uint8Array, from: number): number {
    const sizes = this.#rooms.inputFields;
    const first = frame[from] ?? 0;
    if ((first & ~TIMED) !== Protocol.ROOM_INPUT_RELIABLE || sizes.length === 0) return 0;
    let at = from + 1;
    if (first !== Protocol.ROOM_INPUT_RELIABLE) {
      if (at >= frame.length) return 0;
      at += numberLength(frame[at] ?? 0);
      // Moments are added up: one that is no number would spoil all that follow.
      if (at > frame.length || !Number.isFinite(decode.number(frame, { offset: from + 1 }))) return 0;
    }
    // A field is its index, with the high bit set when it is sent for the first time, and its value.
    for (let fields = 0; at < frame.length; fields++) {
      const size = sizes[(frame[at] ?? 0) & 0x7f];
      if (size === undefined) break;
      if (fields > sizes.length) return 0;
      at += 1 + size;
    }
    return at <= frame.length ? at : 0;
  }
}

/** Whether a frame to a player is a patch. */
export function isPatch(frame: Uint8Array): boolean {
  return ((frame[0] ?? 0) & KIND_MASK) === Protocol.ROOM_STATE_PATCH;
}

/** The type of a message, which stands at its beginning; empty when it is no short text. */
export function typeOfMessage(frame: Uint8Array): string {
  const head = frame[1] ?? 0;
  const end = 2 + (head & KIND_MASK);
  if ((head & ~KIND_MASK) !== SHORT_TEXT || frame.length < end) return "";
  return String.fromCharCode(...frame.subarray(2, end));
}

/** Length (bytes) of a number of any kind that begins with this byte, as @colyseus/schema writes it. */
function numberLength(first: number): number {
  if (first < 0x80 || first >= 0xe0) return 1;
  switch (first) {
    case 0xcc:
    case 0xd0:
      return 2;
    case 0xcd:
    case 0xd1:
      return 3;
    case 0xca:
    case 0xce:
    case 0xd2:
      return 5;
    default:
      return 9;
  }
}
