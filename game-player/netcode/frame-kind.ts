import { Protocol } from "@colyseus/sdk";

/** What a frame on the connection carries, as far as its bytes are counted apart. */
export const FRAME_KINDS = ["state", "inputs", "messages"] as const;
/**
 * "state": whole states and patches, down. "inputs": what the hands do, up. "messages": all the rest either way, mostly
 * events of the match.
 */
export type FrameKind = (typeof FRAME_KINDS)[number];

/** The low bits of a frame's first byte say its kind, the high ones how to read it (Colyseus 0.18). */
const KIND_MASK = 0x1f;

/** The kind of a frame that begins with this byte. */
export function frameKind(first: number): FrameKind {
  switch (first & KIND_MASK) {
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
