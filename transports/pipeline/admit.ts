import { type AuthContext, CloseCode, connectClientToRoom, createAuthContext } from "@colyseus/core";
import { WebSocketClient } from "@colyseus/ws-transport";
import { localRoom } from "#colyseus/server/local-room.ts";
import { Close } from "../contract/close-codes.ts";
import type { Peer } from "../contract/peer.ts";
import { reason } from "../contract/reasons.ts";
import type { SeatRequest } from "../contract/seat-request.ts";
import { RateLimit } from "../limits/limits.ts";
import { NumberedFrames } from "../moving/numbered-frames.ts";
import type { Connection } from "./line.ts";
import { Session, type SessionDeps, sessionOf } from "./session.ts";

/** A socket of the `ws` package in the eyes of the type checker. */
type Socket = ConstructorParameters<typeof WebSocketClient>[1];

/** Puts a connection that is up behind the stages of its session and has it seated, or moves the session of a seat to it. */
export type Connect = (peer: Peer, connection: Connection, seat: SeatRequest) => void;

/** What connects players to the rooms of a server. */
export class Reception {
  readonly #deps: SessionDeps;
  /** Sessions of pages that may move to another line, by the secrets of those pages. */
  readonly #movable = new Map<string, Session>();
  readonly #moves: RateLimit;

  /** @param maxMovesPerMinute How often a seat may move. */
  constructor(deps: SessionDeps, maxMovesPerMinute: number) {
    this.#deps = deps;
    this.#moves = new RateLimit(maxMovesPerMinute);
  }

  /** Whether there is a seat for whoever asks for it: one that was reserved, or one that may move. */
  hasSeat({ roomId, sessionId, reconnectionToken, line, move }: SeatRequest): boolean {
    if (move !== undefined) return line !== undefined && this.#movable.has(line);
    return localRoom(roomId)?.hasReservedSeat(sessionId, reconnectionToken) ?? false;
  }

  readonly connect: Connect = (peer, connection, seat) => {
    const { line, move } = seat;
    if (move !== undefined) {
      const session = line === undefined ? undefined : this.#movable.get(line);
      if (line === undefined || session === undefined) {
        peer.close(Close.MOVE_REFUSED, reason("no_line"));
      } else if (this.#moves.take(line, performance.now()) > 0) {
        peer.close(Close.MOVE_REFUSED, reason("moves_too_often"));
      } else session.moveTo(peer, connection);
      return;
    }
    const isMovable = line !== undefined && !this.#movable.has(line);
    const session = new Session(peer, connection, this.#deps, isMovable ? new NumberedFrames() : undefined);
    if (isMovable) {
      this.#movable.set(line, session);
      session.once("close", () => this.#movable.delete(line));
    }
    const context = createAuthContext({ headers: new Headers(), remoteAddress: connection.address });
    void admit(session, seat, context, this.#deps);
  };
}

/**
 * Seats a session whose transport is up, on every transport. A refusal is told to the page: an error, then the close. Never
 * rejects: what a stranger asks for ends with their own connection at most.
 */
async function admit(
  session: Session,
  seat: SeatRequest,
  context: AuthContext,
  { rules, log }: SessionDeps,
): Promise<void> {
  const { roomId, sessionId, reconnectionToken, skipHandshake } = seat;
  const client = new WebSocketClient(sessionId, asSocket(session));
  try {
    if (skipHandshake && !rules.mayContinue(roomId, sessionId)) throw new Error(reason("seat_not_kept"));
    replaceStale(seat);
    await connectClientToRoom(localRoom(roomId), client, context, {
      ...(reconnectionToken === undefined ? {} : { reconnectionToken }),
      skipHandshake,
    });
  } catch (error) {
    const { code, message } = refusal(error);
    log.debug({ sparing: { code, message } }, "a seat was refused");
    try {
      client.error(code, message);
      session.close(reconnectionToken === undefined ? CloseCode.WITH_ERROR : CloseCode.FAILED_TO_RECONNECT);
    } catch (cause) {
      log.warn({ sparing: {}, err: cause }, "a refusal could not be told");
      session.terminate();
    }
  }
}

/**
 * Ends the connection that a player who comes back still has by the server's reckoning: who changes networks is
 * back long before the silence of the old line is noticed, and Colyseus would let them wait for that.
 */
function replaceStale({ roomId, sessionId, reconnectionToken }: SeatRequest): void {
  if (reconnectionToken === undefined) return;
  const room = localRoom(roomId);
  if (!room?.hasReservedSeat(sessionId, reconnectionToken)) return;
  const client = room.clients.get(sessionId);
  if (client !== undefined) sessionOf(client)?.terminate();
}

/** Of a socket, Colyseus' client uses exactly what a `Peer` has. */
function asSocket(session: Session): Socket {
  return session as Session & Socket;
}

function refusal(error: unknown): { code: number; message: string } {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return { code: typeof code === "number" ? code : CloseCode.WITH_ERROR, message };
}
