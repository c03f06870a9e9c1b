/*
 * Written down and not imported: the menu reads them, and the SDK comes as a whole. A test compares them with the SDK's.
 */

/** The codes of Colyseus with which the server closes connections. */
export const CloseCode = {
  NORMAL_CLOSURE: 1000,
  GOING_AWAY: 1001,
  CONSENTED: 4000,
  SERVER_SHUTDOWN: 4001,
  WITH_ERROR: 4002,
  FAILED_TO_RECONNECT: 4003,
  MAY_TRY_RECONNECT: 4010,
} as const;

/** The codes of Colyseus with which the server refuses seats. */
export const ErrorCode = { MATCHMAKE_EXPIRED: 524 } as const;
