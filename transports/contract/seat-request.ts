import { z } from "zod";
import type { RoomProtocol } from "./protocol.ts";

/** An id that Colyseus gave out: a session, a token. Names that every object has are none: it looks ids up in plain ones. */
const id = z
  .string()
  .regex(/^[\w-]{1,64}$/, "expected letters, digits, _ or -")
  .refine((text) => !(text in Object.prototype), "expected an id");

/** Highest number of a move. */
const MAX_MOVES = 1_000_000;

/** The seat that a connection asks for, with ids of rooms as they are on this server. */
export function seatRequestOf({ isRoomId }: Pick<RoomProtocol, "isRoomId">) {
  return z.strictObject({
    roomId: id.refine(isRoomId, "expected the id of a room"),
    sessionId: id,
    reconnectionToken: id.optional(),
    /** The page has the schema of the state already. */
    skipHandshake: z.boolean().default(false),
    /** Secret of the page by which this seat may move to another line: whoever has it has the seat. */
    line: z
      .string()
      .regex(/^[\w-]{22,64}$/, "expected at least 22 letters, digits, _ or -")
      .optional(),
    /** Number of the move to this line, from 1 on; absent where the seat is taken. */
    move: z.coerce.number().int().min(1).max(MAX_MOVES).optional(),
  });
}
export type SeatRequestSchema = ReturnType<typeof seatRequestOf>;
export type SeatRequest = z.infer<SeatRequestSchema>;

/** Longest address (characters) that is read; honest ones have less than 200. */
const MAX_ADDRESS = 1024;
/** `/PROCESS/ROOM?…`, with or without a path of a proxy in front. */
const ADDRESS = /^(?:\/[\w.-]+)*\/[\w-]+\/([\w-]+)\?(.+)$/;

/**
 * The seat that the address of an upgrade asks for, `/PROCESS/ROOM?sessionId=…[&reconnectionToken=…][&skipHandshake][&line=…][&move=…]`, or
 * undefined when it asks for none.
 */
export function seatOfAddress(
  address: string | undefined,
  seatRequest: SeatRequestSchema,
): SeatRequest | undefined {
  if (address === undefined || address.length > MAX_ADDRESS) return undefined;
  const [, roomId, text = ""] = ADDRESS.exec(address) ?? [];
  const query = new URLSearchParams(text);
  const seat = seatRequest.safeParse({
    roomId,
    sessionId: query.get("sessionId") ?? undefined,
    reconnectionToken: query.get("reconnectionToken") ?? undefined,
    skipHandshake: query.has("skipHandshake"),
    line: query.get("line") ?? undefined,
    move: query.get("move") ?? undefined,
  });
  return seat.success ? seat.data : undefined;
}
