import type { ClientTransport } from "./client-transport.ts";
import type { TransportName } from "./names.ts";

/** How a move ended: the match goes on over the new line, or over the old one as before. */
export interface MoveOutcome {
  readonly to: TransportName;
  readonly moved: boolean;
  /** Why it was begun, or why nothing came of it, as `reason` says it. */
  readonly why: string;
}

/** The player's end of a seat that can move to another transport in mid-match. */
export interface MovableTransport extends ClientTransport {
  /** Whether the page is to choose the transport by what the line shows: the player has left it to the page. */
  readonly isFree: boolean;
  /** Whether a move is under way. */
  readonly isMoving: boolean;
  /** Moves so far. */
  readonly moves: number;
  /**
   * Goes on over another transport as soon as that is connected: no frame is lost or comes twice.
   * @param why The reason, as `reason` says it.
   * @param done Told once how it ended; not when the connection ends before.
   * @returns whether it was begun: not before the first frame, nor during another move.
   */
  move(to: TransportName, why: string, done?: (outcome: MoveOutcome) => void): boolean;
}
