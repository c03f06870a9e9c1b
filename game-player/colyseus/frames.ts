import { Protocol } from "@colyseus/sdk";
import type { FrameKind } from "./frame-kinds.ts";

/** The low bits of a frame's first byte say its kind, the high ones how to read it (Colyseus 0.18). */
const KIND_MASK = 0x1f;

/** The code of a frame, without what says how to read it. */
function codeOf(frame: Uint8Array): number {
  return (frame[0] ?? 0) & KIND_MASK;
}

/** The kind of a frame. */
export function frameKind(frame: Uint8Array): FrameKind {
  switch (codeOf(frame)) {
    case Protocol.ROOM_STATE:
    case Protocol.ROOM_STATE_PATCH:
      return "state";
    case Protocol.ROOM_INPUT_RELIABLE:
    case Protocol.ROOM_INPUT_UNRELIABLE:
      return "inputs";
    default:
      return "messages";
  }
}

/** Whether a frame changes the state, and is not a whole one. */
export function isPatch(frame: Uint8Array): boolean {
  return codeOf(frame) === Protocol.ROOM_STATE_PATCH;
}

/** A question that the server's end of a connection answers with the same frame, at once. */
export const PING: Uint8Array = Uint8Array.of(Protocol.PING);

/** Whether a frame is the answer to `PING`. */
export function isPong(frame: Uint8Array): boolean {
  return codeOf(frame) === Protocol.PING;
}
