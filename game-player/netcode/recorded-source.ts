import type { ArenaState } from "#shared/state/arena-state.ts";
import type {
  ClientTransport,
  ClientTransportFactory,
  TransportEvents,
} from "#transports/contract/client-transport.ts";
import type { JoinedRoom } from "../colyseus/joined-room.ts";
import { SdkRoom } from "../colyseus/sdk-room.ts";
import { Mailboxes } from "../mailbox.ts";
import { keepTime, stateOf } from "./live-source.ts";
import type { MatchSource } from "./match-source.ts";
import type { ServerClock } from "./server-clock.ts";
import { StateListeners } from "./state-listeners.ts";

/** A frame as it came, and when (ms of the clock of whoever recorded it). */
export interface RecordedFrame {
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** Notes what comes over a transport, from the first frame on. `now` is the clock of the match (ms). */
export function recording(
  make: ClientTransportFactory,
  now: () => number,
  note: (frame: RecordedFrame) => void,
): ClientTransportFactory {
  return (events) =>
    make({
      onopen: (event) => events.onopen?.(event),
      onmessage(event) {
        note({ at: now(), bytes: Uint8Array.from(new Uint8Array(event.data)) });
        events.onmessage?.(event);
      },
      onclose: (event) => events.onclose?.(event),
      onerror: (event) => events.onerror?.(event),
    });
}

/** A match that was recorded as a player got it, for watching. */
export class RecordedSource implements MatchSource {
  readonly room = undefined;
  readonly selfId: string;
  readonly #frames: readonly RecordedFrame[];
  readonly #decoder: JoinedRoom;
  readonly #mail: Mailboxes;
  readonly #listeners: StateListeners;
  #wire: TransportEvents = {};
  #next = 0;
  #now = Number.NEGATIVE_INFINITY;

  /** @param frames In the order in which they came. */
  constructor(selfId: string, frames: readonly RecordedFrame[]) {
    this.selfId = selfId;
    this.#frames = frames;
    this.#decoder = new SdkRoom<unknown, ArenaState>("recorded", undefined, (wire) => {
      this.#wire = wire;
      return NOWHERE;
    });
    this.#mail = new Mailboxes(this.#decoder);
    this.#listeners = new StateListeners(this.#decoder);
    // What the player was answered.
    this.#decoder.onMessage("*", () => {});
    this.#decoder.connect(`ws://recorded/process/room?sessionId=${selfId}`, {});
  }

  /** The clock (ms) for the match: it stands at the frame that comes in, or where it was last played to. */
  readonly now = (): number => this.#now;

  /** Plays what came until `nowMs`. */
  playUntil(nowMs: number): void {
    for (let frame = this.#frames[this.#next]; frame !== undefined; frame = this.#frames[this.#next]) {
      if (frame.at > nowMs) break;
      this.#next += 1;
      this.#now = frame.at;
      this.#wire.onmessage?.({ data: frame.bytes });
    }
    this.#now = nowMs;
  }

  get state(): ArenaState | undefined {
    return stateOf(this.#decoder);
  }

  get events(): Mailboxes["events"] {
    return this.#mail.events;
  }

  get spots(): Mailboxes["spots"] {
    return this.#mail.spots;
  }

  onState(listener: (state: ArenaState) => void): () => void {
    return this.#listeners.add(listener);
  }

  keepTime(clock: ServerClock): void {
    keepTime(this.#decoder, clock);
  }
}

/** What the decoder sends gets nowhere. */
const NOWHERE: ClientTransport = {
  name: "recorded",
  reason: "",
  isOpen: false,
  connect() {},
  send() {},
  sendUnreliable() {},
  close() {},
};
