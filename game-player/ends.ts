import { CloseCode, ErrorCode } from "./colyseus/close-codes.ts";

/**
 * How a session ended: the player left; the server goes down; it put the player out; the room is closed for good; or the
 * connection was lost and the seat with it.
 */
export type End = "left" | "goingDown" | "putOut" | "roomClosed" | "lost";

/** What a close code says of the end of a session; 0 is a time that has run out. */
export function endOf(code: number): End {
  switch (code) {
    case CloseCode.CONSENTED:
      return "left";
    case CloseCode.SERVER_SHUTDOWN:
    case CloseCode.GOING_AWAY:
      return "goingDown";
    case CloseCode.WITH_ERROR:
      return "putOut";
    case CloseCode.NORMAL_CLOSURE:
      return "roomClosed";
    default:
      return "lost";
  }
}

/** The code that the server gave its refusal to let somebody in; 0 when there was no answer at all. */
export function refusalCode(error: unknown): number {
  if (typeof error !== "object" || error === null || !("code" in error)) return 0;
  return typeof error.code === "number" ? error.code : 0;
}

/** Whether a refusal says that a seat or room is gone for good, and not only out of reach just now. */
export function isGone(error: unknown): boolean {
  const code = refusalCode(error);
  return code === 404 || code === 410 || code === ErrorCode.MATCHMAKE_EXPIRED;
}

/** Whether a refusal says that a seat was given up because nobody took it in time: one may ask for another. */
export function isExpired(error: unknown): boolean {
  return refusalCode(error) === ErrorCode.MATCHMAKE_EXPIRED;
}

/** Whether a refusal says that a room has no place left: for a player, or for whoever wants to watch. */
export function isFull(error: unknown): boolean {
  return refusalCode(error) === 409;
}
