import { type AuthContext, CloseCode, connectClientToRoom } from "@colyseus/core";
import { WebSocketClient } from "@colyseus/ws-transport";
import { localRoom } from "../colyseus/local-room.ts";
import type { Log } from "../observability/log.ts";
import type { Peer } from "./peer.ts";
import type { SeatRequest } from "./seat-request.ts";

/** A socket of the `ws` package in the eyes of the type checker. */
type Socket = ConstructorParameters<typeof WebSocketClient>[1];
/** What of a `Peer` is needed to seat it. */
type Connection = Pick<Peer, "close" | "terminate">;

/**
 * Seats a peer whose transport is up, on every transport. A refusal is told to the page: an error, then the close. Never
 * rejects: what a stranger asks for ends with their own connection at most.
 */
export async function admit(
  peer: Connection,
  seat: SeatRequest,
  context: AuthContext,
  log: Log,
): Promise<void> {
  const { roomId, sessionId, reconnectionToken, skipHandshake } = seat;
  const client = new WebSocketClient(sessionId, asSocket(peer));
  try {
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
      peer.close(reconnectionToken === undefined ? CloseCode.WITH_ERROR : CloseCode.FAILED_TO_RECONNECT);
    } catch (cause) {
      log.warn({ sparing: {}, err: cause }, "a refusal could not be told");
      peer.terminate();
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
  const ref = room.clients.get(sessionId)?.ref;
  if (ref !== undefined && "terminate" in ref && typeof ref.terminate === "function") ref.terminate();
}

/** Of a socket, Colyseus' client uses exactly what a `Peer` has. */
function asSocket(peer: Connection): Socket {
  return peer as Connection & Socket;
}

function refusal(error: unknown): { code: number; message: string } {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return { code: typeof code === "number" ? code : CloseCode.WITH_ERROR, message };
}
