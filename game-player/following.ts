import { CloseCode } from "./colyseus/close-codes.ts";
import type { JoinedRoom } from "./colyseus/joined-room.ts";
import { onOwnClose } from "./colyseus/own-closes.ts";
import type { RoomSession } from "./room-session.ts";
import { type SearchClock, SeatSearch } from "./seat-search.ts";

/** How a session goes on where its room went. */
export interface Follow {
  readonly clock: SearchClock;
  /** Takes the seat of a token wherever it is now, with a whole state. */
  take(token: string): Promise<RoomSession>;
}

/** What becomes of a session that is no more at its old address. */
export interface FollowingEvents {
  /** The stay goes on by another session. `isElsewhere`: the room has moved, and it is not only the line that was cut. */
  moved(next: RoomSession, isElsewhere: boolean): void;
  lost(): void;
  /** The other session is there, and nobody waits for it any more. */
  late(next: RoomSession): void;
}

/** After so many failed tries at the same address the seat is asked for anew: its process may be gone. */
const TRIES_HERE = 2;

/**
 * Tells a line that is cut, which the SDK mends at the same address, from a room that goes on in another process: there the seat is
 * asked for anew. What the page knows of the room is of no use in the other process.
 */
export class Following {
  readonly #room: JoinedRoom;
  readonly #follow: Follow;
  readonly #events: FollowingEvents;
  #search: SeatSearch<RoomSession> | undefined;
  #closedHere = false;

  constructor(room: JoinedRoom, follow: Follow, events: FollowingEvents) {
    this.#room = room;
    this.#follow = follow;
    this.#events = events;
    onOwnClose(room, () => {
      this.#closedHere = true;
    });
  }

  /** The seat was looked for elsewhere: the SDK does not try for this connection any more. */
  get isUnderWay(): boolean {
    return this.#search !== undefined;
  }

  /** The connection is lost, or one more try for it has failed. */
  dropped(code: number, reason: string | undefined): void {
    const { isReconnecting, retryCount } = this.#room.reconnection;
    // A page that reads too slowly is sent away by the same code, and told why.
    const isSentAway = code === CloseCode.MAY_TRY_RECONNECT && !this.#closedHere && !reason;
    this.#closedHere = false;
    if (isSentAway || (isReconnecting && retryCount >= TRIES_HERE)) this.#seek(isSentAway);
  }

  /** The SDK does not try any more. */
  ended(code: number): void {
    const { isReconnecting } = this.#room.reconnection;
    if (code === CloseCode.FAILED_TO_RECONNECT && isReconnecting) this.#seek(false);
  }

  /** Looks for the seat no more. */
  stop(): void {
    this.#search?.stop();
  }

  #seek(isElsewhere: boolean): void {
    const room = this.#room;
    // One that is given up, or looked for already.
    if (!room.reconnection.enabled) return;
    const { clock, take } = this.#follow;
    const { moved, lost, late } = this.#events;
    room.reconnection.enabled = false;
    this.#search = new SeatSearch(clock, () => take(room.reconnectionToken), {
      found: (next) => moved(next, isElsewhere || placeOf(next.room) !== placeOf(room)),
      lost,
      late,
    });
  }
}

/** Where the process of a room is reached. */
function placeOf({ connection }: JoinedRoom): string {
  return connection.url?.split("?")[0] ?? "";
}
