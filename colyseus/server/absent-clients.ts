import { EventEmitter } from "node:events";
import { type Client, matchMaker, type Room } from "@colyseus/core";
import { WebSocketClient } from "@colyseus/ws-transport";
import { forgetHeldBack } from "./confirmation.ts";

/** A socket of the `ws` package in the eyes of the type checker. */
type Socket = ConstructorParameters<typeof WebSocketClient>[1];

/** A connection that is no more, so that a seat can be kept for who had it in another process. */
export function absentClient(sessionId: string, token: string): Client {
  const closed = Object.assign(new EventEmitter(), { readyState: 3, send() {}, close() {} });
  const client = new WebSocketClient(sessionId, closed as EventEmitter as Socket);
  client.reconnectionToken = token;
  forgetHeldBack(client);
  return client;
}

/**
 * Keeps a seat for an absent client, as `allowReconnection` does, whose page comes back with any of these tokens. Resolves when
 * it has; rejects when it has not in time, or when the room closes.
 */
export function allowAnyToken(
  room: Room,
  client: Client,
  tokens: readonly string[],
  seconds: number,
): ReturnType<Room["allowReconnection"]> {
  const awaited = room.allowReconnection(client, seconds);
  // biome-ignore lint/complexity/useLiteralKeys: it is private, and Colyseus knows one token for each seat
  const known = room["_reconnections"];
  const entry = known[client.reconnectionToken];
  const others = tokens.filter((token) => token !== client.reconnectionToken && entry !== undefined);
  if (entry !== undefined) for (const token of others) known[token] = entry;
  const forget = (): void => {
    for (const token of others) delete known[token];
  };
  awaited.then(forget, forget);
  return awaited;
}

/**
 * Counts people who had seats before this room was theirs: Colyseus takes one off whenever somebody leaves for good. To be called
 * before the room is listed; `countOut` of one who does not come back.
 */
export function countIn(room: Room, people: number): void {
  // biome-ignore lint/complexity/useLiteralKeys: it is private, and Colyseus counts only those who came through a seat that it gave out
  room["_listing"].clients += people;
  matchMaker.stats.local.ccu += people;
}

/** One of them is gone for good, without having come back. */
export async function countOut(room: Room): Promise<void> {
  matchMaker.stats.local.ccu -= 1;
  // biome-ignore lint/complexity/useLiteralKeys: see above
  const listing = room["_listing"];
  if (listing.roomId !== undefined) await matchMaker.driver.update(listing, { $inc: { clients: -1 } });
}
