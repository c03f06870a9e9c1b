import { type AuthContext, CloseCode, connectClientToRoom, matchMaker } from "@colyseus/core";
import { WebSocketClient } from "@colyseus/ws-transport";
import { z } from "zod";
import type { Log } from "../observability/log.ts";
import type { Peer } from "./peer.ts";

/** An id of Colyseus: session, room, process, token. */
const id = z.string().regex(/^[\w-]{1,64}$/, "expected letters, digits, _ or -");

/** The seat that a connection asks for: what the query of a WebSocket address says. */
export const seatRequest = z.strictObject({
  roomId: id,
  sessionId: id,
  reconnectionToken: id.optional(),
  /** The page has the schema of the state already. */
  skipHandshake: z.boolean().default(false),
});
export type SeatRequest = z.infer<typeof seatRequest>;

/** A socket of the `ws` package in the eyes of the type checker. */
type Socket = ConstructorParameters<typeof WebSocketClient>[1];

/** Seats a peer whose transport is up. A refusal is told to the page as over WebSocket: an error, then the close. */
export async function admit(peer: Peer, seat: SeatRequest, context: AuthContext, log: Log): Promise<void> {
  const { roomId, sessionId, reconnectionToken, skipHandshake } = seat;
  const client = new WebSocketClient(sessionId, asSocket(peer));
  replaceStale(roomId, sessionId, reconnectionToken);
  try {
    await connectClientToRoom(matchMaker.getLocalRoomById(roomId), client, context, {
      ...(reconnectionToken === undefined ? {} : { reconnectionToken }),
      skipHandshake,
    });
  } catch (error) {
    const { code, message } = refusal(error);
    log.debug({ code, message, room: roomId }, "a seat was refused");
    client.error(code, message);
    peer.close(reconnectionToken === undefined ? CloseCode.WITH_ERROR : CloseCode.FAILED_TO_RECONNECT);
  }
}

/**
 * Ends the connection that a player who comes back still has by the server's reckoning: who changes networks is
 * back long before the silence of the old line is noticed, and Colyseus would let them wait for that.
 */
export function replaceStale(roomId: string, sessionId: string, token: string | undefined): void {
  if (token === undefined) return;
  const room = matchMaker.getLocalRoomById(roomId);
  if (!room?.hasReservedSeat(sessionId, token)) return;
  const ref = room.clients.get(sessionId)?.ref;
  if (ref !== undefined && "terminate" in ref && typeof ref.terminate === "function") ref.terminate();
}

/** Of a socket, Colyseus' client uses exactly what a `Peer` has. */
function asSocket(peer: Peer): Socket {
  return peer as Peer & Socket;
}

function refusal(error: unknown): { code: number; message: string } {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return { code: typeof code === "number" ? code : CloseCode.WITH_ERROR, message };
}
