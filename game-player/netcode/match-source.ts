import type { EventBatch, SpotsMessage } from "#shared/messages.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { MovableTransport } from "#transports/contract/movable.ts";
import type { JoinedRoom } from "../colyseus/joined-room.ts";
import type { Mailbox } from "../mailbox.ts";
import type { ServerClock } from "./server-clock.ts";

/** What a match is drawn from: a room over a connection, frames that were recorded, or whatever else has states and events. */
export interface MatchSource {
  /** The player whose match it is. */
  readonly selfId: string;
  /** The state as the newest patch left it; undefined before the first. */
  readonly state: ArenaState | undefined;
  readonly events: Pick<Mailbox<EventBatch>, "listen">;
  readonly spots: Pick<Mailbox<SpotsMessage>, "listen">;
  /** The room, where the player can act; undefined where one only watches. */
  readonly room: JoinedRoom | undefined;
  /** What can move to another transport, if it can; absent where nothing does. */
  lines?(): MovableTransport | undefined;
  /** Calls back with each state that comes. Returns what to call to hear no more. */
  onState(listener: (state: ArenaState) => void): () => void;
  /** Has a clock told the room time (ms) of each state before the state itself. */
  keepTime(clock: ServerClock): void;
}
