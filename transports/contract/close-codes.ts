/**
 * Codes with which a connection ends: those of RFC 6455, and those from 4000 on by which pages and rooms of Colyseus tell each
 * other what to do next.
 */
export const Close = {
  NORMAL: 1000,
  GOING_AWAY: 1001,
  PROTOCOL_ERROR: 1002,
  /** Nobody said a code. */
  NO_STATUS: 1005,
  /** Nobody said anything: the line is cut. */
  ABNORMAL: 1006,
  /** The seat is gone for good. */
  FAILED_TO_RECONNECT: 4003,
  /** The page gives up a line that it believes dead, and asks again. */
  MAY_TRY_RECONNECT: 4010,
  /** The seat has moved to another line, over which all goes on. Of ours, not of Colyseus. */
  MOVED: 4100,
  /** The seat does not move to this line. The one that it has goes on. Of ours, not of Colyseus. */
  MOVE_REFUSED: 4101,
} as const;

/** What matchmaking calls a seat that is not kept any more. */
export const SEAT_EXPIRED = 524;
