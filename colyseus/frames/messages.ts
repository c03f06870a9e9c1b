import { decode, encode } from "@colyseus/schema";
import { KIND_MASK, Kind, TIMED } from "./protocol.ts";

/** Longest name (bytes) of a message, with its length. */
const NAME_BYTES = 64;

/** The frame of a message to a page; `packed` is what comes with it, as MessagePack. */
export function messageFrame(name: string, packed: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(NAME_BYTES + packed.length);
  const it = { offset: 0 };
  bytes[it.offset++] = Kind.ROOM_DATA;
  encode.string(bytes, name, it);
  bytes.set(packed, it.offset);
  return bytes.slice(0, it.offset + packed.length);
}

/** What a page says with a frame. What is none of these is left alone. */
export type Said =
  /** It is in. */
  | { readonly kind: "confirmed" }
  | { readonly kind: "left" }
  | { readonly kind: "ping" }
  /** `packed` is what comes with the message, as MessagePack; empty for nothing. */
  | { readonly kind: "message"; readonly name: string; readonly packed: Uint8Array }
  /** The fields of an input begin at `at`; `later` is how much later (ms) the moment is that it names than that of the one before. */
  | { readonly kind: "input"; readonly at: number; readonly later: number }
  | { readonly kind: "unknown" };

/** Reads a frame of a page. */
export function readFrame(frame: Uint8Array): Said {
  const first = frame[0] ?? 0;
  const it = { offset: 1 };
  switch (first & KIND_MASK) {
    case Kind.JOIN_ROOM:
      return { kind: "confirmed" };
    case Kind.LEAVE_ROOM:
      return { kind: "left" };
    case Kind.PING:
      return { kind: "ping" };
    case Kind.ROOM_DATA: {
      if (!decode.stringCheck(frame, it)) return { kind: "unknown" };
      const name = decode.string(frame, it);
      return { kind: "message", name, packed: frame.subarray(it.offset) };
    }
    case Kind.ROOM_INPUT_RELIABLE: {
      const later = (first & TIMED) === 0 ? 0 : decode.number(frame, it);
      return { kind: "input", at: it.offset, later };
    }
    default:
      return { kind: "unknown" };
  }
}
