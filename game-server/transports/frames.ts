import { decode } from "@colyseus/schema";
import { INPUT_FIELD_BYTES } from "#shared/state/input-state.ts";
import { isClientMessage } from "./client-messages.ts";

/** Kinds of frames that a page of ours sends: the low five bits of the first byte, by Colyseus 0.18. */
const Frame = { Join: 10, Leave: 12, Data: 13, Ping: 18, Input: 19 } as const;
const KIND_MASK = 0x1f;
/** Set on an input that carries the moment that its sender saw. */
const TIMED = 0x80;

/** Longest message (bytes) that any of ours needs. */
const MAX_DATA = 1024;

/** Whether an acceptable frame is an input. */
export function isInputFrame(frame: Uint8Array): boolean {
  return ((frame[0] ?? 0) & KIND_MASK) === Frame.Input;
}

/**
 * Whether a frame is one that a page of ours could have sent. Colyseus also takes kinds that we do not use,
 * and some of them are not safe to take from strangers: three bytes of an unreliable input make its decoder
 * run for ever.
 */
export function isAcceptable(frame: Uint8Array): boolean {
  const first = frame[0] ?? 0;
  const flags = first & ~KIND_MASK;
  switch (first & KIND_MASK) {
    case Frame.Join:
    case Frame.Leave:
    case Frame.Ping:
      return flags === 0 && frame.length === 1;
    case Frame.Data:
      return flags === 0 && frame.length <= MAX_DATA && isClientMessage(frame);
    case Frame.Input:
      return (flags & ~TIMED) === 0 && isWhole(frame, flags === TIMED);
    default:
      return false;
  }
}

/** Whether the body of an input consists of fields that there are, each of its size, none cut off. */
function isWhole(frame: Uint8Array, timed: boolean): boolean {
  let at = 1;
  if (timed) {
    if (at >= frame.length) return false;
    at += numberLength(frame[at] ?? 0);
    // Moments are added up: one that is no number would spoil all that follow.
    if (at > frame.length || !Number.isFinite(decode.number(frame, { offset: 1 }))) return false;
  }
  // A field is its index, with the high bit set when it is sent for the first time, and its value.
  for (let fields = 0; at < frame.length; fields++) {
    const size = INPUT_FIELD_BYTES[(frame[at] ?? 0) & 0x7f];
    if (size === undefined || fields > INPUT_FIELD_BYTES.length) return false;
    at += 1 + size;
  }
  return at === frame.length;
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
