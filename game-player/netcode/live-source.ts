import type { EventBatch, SpotsMessage } from "#shared/messages.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { MovableTransport } from "#transports/contract/movable.ts";
import type { JoinedRoom } from "../colyseus/joined-room.ts";
import { movableOf } from "../colyseus/use-transport.ts";
import type { Mailbox } from "../mailbox.ts";
import type { RoomSession } from "../room-session.ts";
import type { MatchSource } from "./match-source.ts";
import type { ServerClock } from "./server-clock.ts";
import { StateListeners } from "./state-listeners.ts";

/** A match in a room that the player is in. */
export class LiveSource implements MatchSource {
  readonly room: JoinedRoom;
  readonly events: Mailbox<EventBatch>;
  readonly spots: Mailbox<SpotsMessage>;
  readonly #listeners: StateListeners;

  constructor({ room, mail }: RoomSession) {
    this.#listeners = new StateListeners(room);
    this.room = room;
    this.events = mail.events;
    this.spots = mail.spots;
  }

  get selfId(): string {
    return this.room.sessionId;
  }

  get state(): ArenaState | undefined {
    return stateOf(this.room);
  }

  lines(): MovableTransport | undefined {
    return movableOf(this.room);
  }

  onState(listener: (state: ArenaState) => void): () => void {
    return this.#listeners.add(listener);
  }

  keepTime(clock: ServerClock): void {
    keepTime(this.room, clock);
  }
}

/** The state of a room, which the SDK makes before the first one comes, without anything in it. */
export function stateOf(room: JoinedRoom): ArenaState | undefined {
  return room.state?.players === undefined ? undefined : room.state;
}

/** Puts a clock in the place of the SDK's own. */
export function keepTime(room: JoinedRoom, clock: ServerClock): void {
  clock.sample(room.clock.lastServerTime());
  room.clock = clock;
}
