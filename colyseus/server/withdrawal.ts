import { matchMaker, type Room, RoomInternalState } from "@colyseus/core";

/*
 * How a room ends here that goes on in another process under the same code. Colyseus would take the listing of the other one out
 * with that of this one: both have the same key.
 */

/**
 * Takes a room off the list, and off the line on which other processes reach it: its code is free. From then on Colyseus gives no
 * seat in it and writes nothing of it, as in a room that closes.
 */
export async function withdraw(room: Room): Promise<void> {
  // biome-ignore lint/complexity/useLiteralKeys: it is private, as is the next, and Colyseus has no public way to let a room go
  room["_internalState"] = RoomInternalState.DISPOSING;
  matchMaker.presence.unsubscribe(`$${room.roomId}`);
  await matchMaker.driver.remove(room.roomId);
  // Not before: where there is one process the list holds this very object.
  // biome-ignore lint/complexity/useLiteralKeys: see above
  Object.assign(room["_listing"], { roomId: undefined });
}

/** Closes all connections of a room that was withdrawn with a code, and then it itself. */
export async function closeWithdrawn(room: Room, code: number): Promise<void> {
  // biome-ignore lint/complexity/useLiteralKeys: see above; a room that closes already is closed by nobody
  room["_internalState"] = RoomInternalState.CREATED;
  await room.disconnect(code);
}
