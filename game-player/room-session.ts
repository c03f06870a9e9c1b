import { PRACTICE, type PracticeWish } from "#shared/practice.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { MATCH } from "#shared/tunables.ts";
import type { MovableTransport } from "#transports/contract/movable.ts";
import type { LineProfile } from "#transports/simulated/line-model.ts";
import type { SimulatedLine } from "#transports/simulated/simulated-line.ts";
import { CloseCode } from "./colyseus/close-codes.ts";
import type { JoinedRoom } from "./colyseus/joined-room.ts";
import { movableOf, transportOf } from "./colyseus/use-transport.ts";
import {
  type CommandAnswer,
  type CommandName,
  type CommandPayload,
  giveCommand,
  onAnswer,
} from "./commands.ts";
import { type Follow, Following, type FollowingEvents } from "./following.ts";
import { Mailboxes } from "./mailbox.ts";

/** How often a lost connection is retried. */
export interface ReconnectPolicy {
  /** Longest pause (ms) between two tries. */
  readonly pauseMs: number;
  readonly tries: number;
}

/** What a session is made with. */
export interface SessionParts {
  readonly reconnect?: ReconnectPolicy | undefined;
  readonly mail?: Mailboxes | undefined;
  readonly line?: SimulatedLine | undefined;
  /** Absent: the session is over when its room goes on elsewhere. */
  readonly follow?: Follow | undefined;
}

/** Told of how a stay goes on: see `FollowingEvents`. */
type Moved = FollowingEvents["moved"];

/** Several tries fit into the time until a seat expires. */
const PAUSE_MS = 2000;
const TRIES = Math.ceil((MATCH.reconnectGrace * 1000) / PAUSE_MS);
/** Tries until the seat expires. */
export const WHILE_SEAT_IS_KEPT: ReconnectPolicy = { pauseMs: PAUSE_MS, tries: TRIES };
/** Tries until told to give up, for a page that watches by itself when the seat expires. */
export const UNTIL_GIVEN_UP: ReconnectPolicy = { pauseMs: PAUSE_MS, tries: Number.MAX_SAFE_INTEGER };

/** One stay in a room: from joining, through lost and restored connections, to the end. */
export class RoomSession {
  /** The SDK's room, for the netcode. Everybody else asks the session. */
  readonly room: JoinedRoom;
  /** What the room tells, those messages included that came before anybody listened. */
  readonly mail: Mailboxes;
  readonly #line: SimulatedLine | undefined;
  readonly #following: Following | undefined;
  /** Listeners for the next state only. The SDK has `once`, but then the listener behind it misses that state. */
  #waiting: ((state: ArenaState) => void)[] = [];
  #goneListeners: ((code: number, reason: string | undefined) => void)[] = [];
  #movedListeners: Moved[] = [];
  /** The session by which the stay goes on. */
  #next: RoomSession | undefined;
  #begun = false;
  #left = false;
  #over = false;

  constructor(room: JoinedRoom, { reconnect, mail, line, follow }: SessionParts = {}) {
    const { pauseMs, tries } = reconnect ?? WHILE_SEAT_IS_KEPT;
    this.room = room;
    this.mail = mail ?? new Mailboxes(room);
    this.#line = line;
    this.#following =
      follow &&
      new Following(room, follow, {
        moved: (next, isElsewhere) => this.#goOn(next, isElsewhere),
        lost: () => this.#end(CloseCode.FAILED_TO_RECONNECT, undefined),
        late: (next) => next.giveUp(),
      });
    room.reconnection.minUptime = 0;
    room.reconnection.maxDelay = pauseMs;
    room.reconnection.maxRetries = tries;
    room.onStateChange((state) => {
      this.#begun = true;
      this.#following?.heard();
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const listener of waiting) listener(state);
    });
    room.onDrop((code, reason) => {
      this.#following?.dropped(code, reason);
      // Not even the first state came: there is nothing yet to come back to.
      if (!this.#begun) room.reconnection.enabled = false;
    });
    room.onLeave((code, reason) => {
      this.#following?.ended(code);
      if (!this.isMoving) this.#end(code, reason);
    });
    room.onReconnect(() => {
      // The player left while the line was cut. Unless the server is told, the character stands there with nobody behind it.
      if (this.#left) room.leave(true).catch(() => {});
    });
  }

  /** Code of the room. */
  get code(): string {
    return this.room.roomId;
  }

  /** The id by which the room knows this player. */
  get id(): string {
    return this.room.sessionId;
  }

  /** The state as the newest patch left it. */
  get state(): ArenaState {
    return this.room.state;
  }

  /** By this the seat can be taken again; another one after each reconnection. */
  get token(): string {
    return this.room.reconnectionToken;
  }

  /** The estimate of the server's time, and of the round trip. */
  get clock(): JoinedRoom["clock"] {
    return this.room.clock;
  }

  get isConnected(): boolean {
    return this.room.connection.isOpen;
  }

  /** What the room is connected by, and why it is not what was asked for, as a sentence; empty when it is. */
  get transport(): { name: string; reason: string } {
    return transportOf(this.room);
  }

  /** What can go on over another transport in mid-match, if it can. */
  get movable(): MovableTransport | undefined {
    return movableOf(this.room);
  }

  /** Tells the room to do something: a command of the server's table, with what has to come with it. */
  give<N extends CommandName>(name: N, ...payload: CommandPayload<N>): void {
    giveCommand(this.room, name, ...payload);
  }

  /** Tells a room of practice what is wanted; rooms of a server do not know such wishes. */
  practise(wish: PracticeWish): void {
    this.room.send(PRACTICE, wish);
  }

  /** Hears the answers to a command. */
  onAnswer<N extends CommandName>(name: N, heard: (answer: CommandAnswer<N>) => void): void {
    onAnswer(this.room, name, heard);
  }

  /** Calls back with each state. */
  onState(listener: (state: ArenaState) => void): void {
    this.room.onStateChange(listener);
  }

  /** Puts a bad network in front of the connection, or takes it away; only where a client was made for it. */
  simulate(profile: LineProfile | undefined): void {
    if (this.#line !== undefined) this.#line.profile = profile;
  }

  /** Calls back with the next state, which is the first one after joining or coming back. */
  onBegin(listener: (state: ArenaState) => void): void {
    this.#waiting.push(listener);
  }

  /** Calls back with each token: with the first state, and with the first one after each reconnection. */
  onToken(listener: (token: string) => void): void {
    const { room } = this;
    const next = (): void => this.onBegin(() => listener(room.reconnectionToken));
    next();
    // The SDK has the new token only after it has told of the reconnection.
    room.onReconnect(next);
  }

  /** The connection is lost and is being retried. */
  onDrop(listener: (code: number, reason: string | undefined) => void): void {
    this.room.onDrop(listener);
  }

  /** The connection is back. Returns what ends the listening. */
  onBack(listener: () => void): () => void {
    this.room.onReconnect(listener);
    return () => this.room.onReconnect.remove(listener);
  }

  /** The session is over, by a close code of Colyseus: see `endOf`. One whose room has moved is not. */
  onGone(listener: (code: number, reason: string | undefined) => void): void {
    this.#goneListeners.push(listener);
  }

  /** The stay goes on by another session, with a whole state that is still to come. Nothing is told by this one any more. */
  onMoved(listener: Moved): void {
    this.#movedListeners.push(listener);
  }

  /** The seat is looked for elsewhere, or was found there. */
  get isMoving(): boolean {
    return this.#following?.isUnderWay ?? false;
  }

  /** Cuts the connection and reconnects at once, which is quicker than to wait for a dead one. */
  cut(): void {
    this.room.connection.close(CloseCode.MAY_TRY_RECONNECT);
  }

  /** Closes the connection without leaving, and does not reconnect. The seat is kept until it expires. */
  giveUp(): void {
    this.#next?.giveUp();
    this.room.reconnection.enabled = false;
    this.room.connection.close();
    this.#following?.stop();
    if (this.isMoving && this.#next === undefined) this.#end(CloseCode.FAILED_TO_RECONNECT, undefined);
  }

  /**
   * Leaves for good. Without a connection the server cannot be told, so that is retried until the seat expires. Resolves when
   * the session is over.
   */
  async leave(): Promise<void> {
    const { room } = this;
    const { reconnection, connection } = room;
    if (this.#next !== undefined) return this.#next.leave();
    this.#left = true;
    if (this.#over) return;
    if (!connection.isOpen) reconnection.maxRetries = reconnection.retryCount + TRIES;
    const gone = new Promise<void>((resolve) => this.onGone(() => resolve()));
    if (connection.isOpen) room.leave(true).catch(() => {});
    await gone;
  }

  #goOn(next: RoomSession, isElsewhere: boolean): void {
    this.#next = next;
    if (this.#left) {
      next.onGone((code, reason) => this.#end(code, reason));
      next.leave().catch(() => {});
    } else for (const listener of this.#movedListeners) listener(next, isElsewhere);
  }

  #end(code: number, reason: string | undefined): void {
    if (this.#over) return;
    this.#over = true;
    for (const listener of this.#goneListeners) listener(code, reason);
  }
}
