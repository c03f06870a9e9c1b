import type { Room } from "@colyseus/core";

/** A seat that is given out to a connection that is not in the room yet. */
export interface ReservedSeat {
  readonly sessionId: string;
  /** What came with the request for it. */
  readonly options: unknown;
}

type Entry = readonly [options: unknown, auth: unknown, isTaken: boolean, isReturn: boolean];

/** The seats of a room that are given out and not taken, in the order in which they were; those of lost connections are not among them. */
export function reservedSeats(room: Room): ReservedSeat[] {
  // biome-ignore lint/complexity/useLiteralKeys: it is private, and Colyseus has no public way to what was reserved
  const entries: Readonly<Record<string, Entry>> = room["_reservedSeats"];
  return Object.entries(entries)
    .filter(([, [, , , isReturn]]) => !isReturn)
    .map(([sessionId, [options]]) => ({ sessionId, options }));
}
