/*
 * Written down and not imported: the SDK has these values and comes as a whole, the server's package needs Node. A test compares them.
 */

/** The kinds of frames, by the low bits of their first byte (Colyseus 0.18). */
export const Kind = {
  JOIN_ROOM: 10,
  LEAVE_ROOM: 12,
  ROOM_DATA: 13,
  ROOM_STATE: 14,
  ROOM_STATE_PATCH: 15,
  PING: 18,
  ROOM_INPUT_RELIABLE: 19,
} as const;

/** The low bits of the first byte, which are the kind. */
export const KIND_MASK = 0x1f;

/** Set on the first byte: a moment stands in front of the body. */
export const TIMED = 0x80;

/** What may follow the schema of the state in a handshake. */
export const Section = { INPUT_REFLECTION: 1, INPUT_OPTIONS: 2 } as const;

/** Inputs name the moment of others that was on the screen. */
export const RENDER_TIME = 1;
/** In the options of inputs the rate of steps follows (Hz). */
export const FIXED_TIMESTEP = 2;
/** In the options of inputs the time between two patches follows (ms). */
export const PATCH_RATE = 4;
