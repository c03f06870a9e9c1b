import { CloseCode } from "./colyseus/close-codes.ts";
import type { JoinedRoom } from "./colyseus/joined-room.ts";
import { leaveBehind, processIdOf } from "./colyseus/leave-behind.ts";
import { onOwnClose } from "./colyseus/own-closes.ts";
import type { RoomSession } from "./room-session.ts";
import { type SearchClock, SeatSearch } from "./seat-search.ts";
import { Silence } from "./silence.ts";

/** How a session goes on where its room went. */
export interface Follow {
  readonly clock: SearchClock;
  /** Takes the seat of a token wherever it is now, with a whole state. */
  take(token: string): Promise<RoomSession>;
  /** Id of the process that has the room of a code by now; absent where there is only one. @throws when nobody knows just now */
  processOf?: ((code: string) => Promise<string>) | undefined;
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
 * asked for anew. What the page knows of the room is of no use in the other process. Where there are several, the others are asked
 * for the room as soon as the line is lost or silent: a process that was killed says nothing. An answer that it is where it was
 * changes nothing, so that it may be asked in vain.
 */
export class Following {
  readonly #room: JoinedRoom;
  readonly #follow: Follow;
  readonly #events: FollowingEvents;
  #search: SeatSearch<RoomSession> | undefined;
  #silence: Silence | undefined;
  #closedHere = false;
  #isAsking = false;
  #isOver = false;

  constructor(room: JoinedRoom, follow: Follow, events: FollowingEvents) {
    this.#room = room;
    this.#follow = follow;
    this.#events = events;
    onOwnClose(room, () => {
      this.#closedHere = true;
    });
  }

  /** A state has come. */
  heard(): void {
    const { clock, processOf } = this.#follow;
    if (processOf !== undefined && !this.#isOver) this.#silence ??= new Silence(clock, () => this.#ask());
    this.#silence?.heard();
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
    const isLost = !isSentAway && !this.#closedHere;
    this.#closedHere = false;
    if (isSentAway || (isReconnecting && retryCount >= TRIES_HERE)) this.#seek(isSentAway);
    else if (isLost) this.#ask();
  }

  /** The SDK does not try any more. */
  ended(code: number): void {
    const { isReconnecting } = this.#room.reconnection;
    if (code === CloseCode.FAILED_TO_RECONNECT && isReconnecting) this.#seek(false);
    if (!this.isUnderWay) this.stop();
  }

  /** Looks for the seat no more. */
  stop(): void {
    this.#isOver = true;
    this.#silence?.stop();
    this.#search?.stop();
  }

  /** Asks where the room is by now, and follows it if that is elsewhere. */
  async #ask(): Promise<void> {
    const { processOf } = this.#follow;
    if (processOf === undefined || this.#isAsking || this.isUnderWay) return;
    this.#isAsking = true;
    try {
      const there = await processOf(this.#room.roomId);
      if (there !== processIdOf(this.#room) && !this.#isOver) this.#seek(true);
    } catch {
      // Nobody knows, or nobody can be asked: the SDK goes on, and the next silence asks again.
    } finally {
      this.#isAsking = false;
    }
  }

  #seek(isElsewhere: boolean): void {
    const room = this.#room;
    // One that is given up, or looked for already.
    if (!room.reconnection.enabled) return;
    const { clock, take } = this.#follow;
    const { moved, lost, late } = this.#events;
    this.#silence?.stop();
    this.#search = new SeatSearch(clock, () => take(room.reconnectionToken), {
      found: (next) => moved(next, isElsewhere || processIdOf(next.room) !== processIdOf(room)),
      lost,
      late,
    });
    leaveBehind(room);
  }
}
