import { ROOM } from "#shared/messages.ts";
import { seededDice } from "#shared/random.ts";
import type { ListedRoom, RoomCard } from "#shared/room-list.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { QueueClock } from "#transports/simulated/delay-queue.ts";
import type { Trip } from "#transports/simulated/line-model.ts";
import { SimulatedLine } from "#transports/simulated/simulated-line.ts";
import type { JoinedRoom, SeatReservation } from "./colyseus/joined-room.ts";
import { type ConnectOptions, SdkClient } from "./colyseus/sdk-client.ts";
import { Mailboxes } from "./mailbox.ts";
import { type ReconnectPolicy, RoomSession } from "./room-session.ts";
import type { SearchClock } from "./seat-search.ts";

/** How a player joins and reconnects. */
export interface PlayerClientOptions extends ConnectOptions {
  /** Address of the server, `http(s)://host[:port]`. */
  readonly origin: string;
  readonly reconnect?: ReconnectPolicy;
  /** Lets sessions follow rooms that go on in another process, by this clock; without it such a session is over. */
  readonly follow?: SearchClock;
  /** Called with each session before its promise resolves, so that a state that follows at once is not missed. */
  joined?(session: RoomSession): void;
  /** Lets sessions simulate network conditions, with this clock and seed. */
  readonly simulation?: {
    readonly clock: QueueClock;
    seed(): number;
    /** Told of each message that comes down over the line, and of what happens to it there. */
    watch?(trip: Trip): void;
  };
}

/** One headless player: the page, the load test, the lab and the tests all join rooms by it. */
export class PlayerClient {
  readonly #options: PlayerClientOptions;

  constructor(options: PlayerClientOptions) {
    this.#options = options;
  }

  /** Opens a room. `options` as in the README. @throws MatchMakeError when the server refuses. */
  create(options: object = {}): Promise<RoomSession> {
    return this.#enter((sdk) => sdk.create<ArenaState>(ROOM, options));
  }

  /** Joins the room of a code. @throws MatchMakeError when the server refuses. */
  join(code: string, options: object = {}): Promise<RoomSession> {
    return this.#enter((sdk) => sdk.joinById<ArenaState>(code, options));
  }

  /** Joins any room that has a seat, or opens one. @throws MatchMakeError when the server refuses. */
  quickPlay(options: object = {}): Promise<RoomSession> {
    return this.#enter((sdk) => sdk.joinOrCreate<ArenaState>(ROOM, options));
  }

  /** Takes a seat again by the token that a session gave. @throws MatchMakeError when it is kept no longer. */
  reconnect(token: string): Promise<RoomSession> {
    return this.#enter((sdk) => sdk.reconnect<ArenaState>(token));
  }

  /** Takes a seat that the matchmaker has reserved. */
  take(seat: SeatReservation): Promise<RoomSession> {
    return this.#enter((sdk) => sdk.consumeSeatReservation<ArenaState>(seat));
  }

  /** The public rooms. @throws when the server does not answer. */
  async rooms(): Promise<readonly ListedRoom[]> {
    return (await this.#ask("/api/rooms")).rooms;
  }

  /** The room of a code, as whoever has it may see it. @throws with the refusal of the server as its message. */
  async look(code: string): Promise<RoomCard> {
    return this.#ask(`/api/rooms/${encodeURIComponent(code)}`);
  }

  async #processOf(code: string): Promise<string> {
    return (await this.#ask(`/api/rooms/${code}/process`)).process;
  }

  async #ask(path: string) {
    const { origin, ...connect } = this.#options;
    return (await new SdkClient(origin, connect).http.get(path)).data;
  }

  #enter(join: (sdk: SdkClient) => Promise<JoinedRoom>): Promise<RoomSession> {
    const { origin, reconnect, simulation, follow, joined, ...connect } = this.#options;
    let mail: Mailboxes | undefined;
    const line = simulation && simulatedLine(simulation.clock, simulation.seed());
    if (simulation?.watch !== undefined) line?.watchDown((trip) => simulation.watch?.(trip));
    const transport = line?.before(connect.transport) ?? connect.transport;
    const sdk = new SdkClient(origin, { ...connect, transport }, (made) => {
      mail = new Mailboxes(made);
    });
    return join(sdk).then((room) => {
      const session = new RoomSession(room, {
        reconnect,
        mail,
        line,
        follow: follow && {
          clock: follow,
          take: (token) => this.reconnect(token),
          processOf: sdk.isOfSeveral ? (code) => this.#processOf(code) : undefined,
        },
      });
      joined?.(session);
      return session;
    });
  }
}

function simulatedLine(clock: QueueClock, seed: number): SimulatedLine {
  return new SimulatedLine(clock, (direction) => seededDice(seed ^ direction));
}
