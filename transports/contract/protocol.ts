/**
 * How a frame to a player is treated when they read too slowly. "latest": it is replaced by something newer, so that it may be
 * left out. "ordered": it is kept in its place up to a bound, beyond which the connection is given up with a reason.
 */
export type Delivery = "latest" | "ordered";

/** What the rooms of a server say and hear, as far as transports must know it. */
export interface RoomProtocol {
  /** Whether a text can be the id of a room. Whatever is none is never looked up. */
  isRoomId(id: string): boolean;
  /** Whether a player may send this message: a whole frame of Colyseus' kind `ROOM_DATA`. */
  isMessage(frame: Uint8Array): boolean;
  /** Bytes of each field of an input on the wire, in their order, at most 19; empty where players send no inputs. */
  readonly inputFields: readonly number[];
  /**
   * Whether a page may come back to a room with the state that it has, and be told what has changed. Of a room that began in
   * another process it has a state whose parts have other numbers. Every page may when absent.
   */
  mayContinue?(roomId: string, sessionId: string): boolean;
  /** What may happen to a message to a player, by its type. Patches are always "latest". */
  deliveryOf(type: string): Delivery;
}

/** Rooms of Colyseus that say nothing of their messages: every message is taken, none is left out, there are no inputs. */
export const PLAIN_ROOMS: RoomProtocol = {
  isRoomId: (id) => /^[\w-]{1,64}$/.test(id),
  isMessage: () => true,
  inputFields: [],
  deliveryOf: () => "ordered",
};
