import { DEFAULT_SETTINGS } from "#client/session/settings.ts";
import { createStores, type Stores } from "#client/session/stores/stores.ts";
import { Visit } from "#client/session/visit.ts";
import type { Hands } from "#player/netcode/hands.ts";
import type { Match } from "#player/netcode/match.ts";
import { PlayerClient } from "#player/player-client.ts";
import { type RoomSession, UNTIL_GIVEN_UP } from "#player/room-session.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import { TICK_MS } from "#shared/tunables.ts";
import type { ClientTransportFactory } from "#transports/contract/client-transport.ts";
import { CLEAR_LINE, type LineProfile } from "#transports/simulated/line-model.ts";
import { webSocketTransport } from "#transports/websocket/client.ts";
import { type Lie, lieTo } from "./liar.ts";
import { VirtualDatagrams } from "./virtual-datagrams.ts";
import { Line } from "./virtual-line.ts";
import { roaming } from "./virtual-roaming.ts";
import type { VirtualServer } from "./virtual-server.ts";
import { VirtualSocket } from "./virtual-socket.ts";
import { type EndClock, TRUE_CLOCK, type VirtualTime } from "./virtual-time.ts";

export interface PageOptions {
  name: string;
  link?: LineProfile;
  /** What UDP beside the stream does: the page can move to it, and does by itself unless `moves` says otherwise. */
  datagrams?: LineProfile;
  moves?: "by itself" | "when told";
  seed?: number;
  clock?: EndClock;
  /** Frames a second, or the lengths of frames (ms), one after the other, for ever. */
  frames?: number | readonly number[];
  /** Puts something in front of the page's transport: what looks at its frames. */
  before?(make: ClientTransportFactory): ClientTransportFactory;
  /** What the player's hands do in the tick that is sampled. */
  play?(page: VirtualPage): Partial<PlayerInput>;
  /** Called after each frame. */
  onFrame?(page: VirtualPage): void;
  /** How the page lies about what it saw, for the input that is about to leave. */
  lie?(page: VirtualPage): Lie | undefined;
}

/** A page with the real netcode and the real SDK, without a browser around it. */
export class VirtualPage {
  readonly line: Line;
  /** UDP beside the stream; undefined where there is none. */
  readonly datagrams: VirtualDatagrams | undefined;
  readonly stores: Stores;
  readonly clock: EndClock;
  readonly id: string;
  /** Inputs that were sampled so far. */
  ticks = 0;
  readonly #time: VirtualTime;
  readonly #options: PageOptions;
  /** The newest one. */
  input: Partial<PlayerInput> = {};
  /** The clock that the SDK would use: fed with the same patches, for comparison. */
  sdkClock: RoomSession["room"]["clock"] | undefined;
  #visit: Visit | undefined;
  #match: Match | undefined;
  #closed = false;

  private constructor(time: VirtualTime, server: VirtualServer, options: PageOptions, id: string) {
    this.#time = time;
    this.#options = options;
    this.id = id;
    this.clock = options.clock ?? TRUE_CLOCK;
    this.stores = createStores({ ...DEFAULT_SETTINGS, name: options.name });
    const { link = CLEAR_LINE, datagrams, seed = 1 } = options;
    this.line = new Line(time, this.clock, link, seed, server.accept);
    this.datagrams = datagrams && new VirtualDatagrams(time, this.clock, datagrams, seed, server.call);
  }

  /** Opens a page that joins the room. It is in the match once time has passed. */
  static async open(time: VirtualTime, server: VirtualServer, options: PageOptions): Promise<VirtualPage> {
    const seat = await server.reserve(options.name);
    const page = new VirtualPage(time, server, options, seat.sessionId);
    const stream = webSocketTransport((url) => new VirtualSocket(page.line, url));
    const transport =
      page.datagrams === undefined ? stream : roaming(stream, page.datagrams, options.moves !== "when told");
    const client = new PlayerClient({
      origin: "http://virtual",
      transport: options.before?.(transport) ?? transport,
      reconnect: UNTIL_GIVEN_UP,
      joined: (session) => time.as(page.clock, () => page.#begin(session, server)),
    });
    time.as(page.clock, () => client.take(seat));
    return page;
  }

  /** The match; throws before the first state has come. */
  get match(): Match {
    if (this.#match === undefined)
      throw new Error(`The page of ${this.#options.name} is not in the match yet.`);
    return this.#match;
  }

  get inMatch(): boolean {
    return this.#match?.self !== undefined && this.#match.prediction !== undefined;
  }

  get visit(): Visit | undefined {
    return this.#visit;
  }

  /** Stops everything on this page without a word. */
  close(): void {
    this.#closed = true;
  }

  #begin(session: RoomSession, server: VirtualServer): void {
    const { room } = session;
    this.sdkClock = room.clock;
    const { lie } = this.#options;
    if (lie !== undefined) lieTo(room, () => lie(this));
    this.#visit = new Visit(
      session,
      {
        stores: this.stores,
        arenas: server.arenas,
        origin: "http://virtual",
        hands: this.#hands(),
        now: () => performance.now(),
        date: () => Date.now(),
      },
      {
        begun: (match) => {
          const isFirst = this.#match === undefined;
          this.#match = match;
          // The clock goes on when the room moves to another arena.
          if (!isFirst) return;
          const { clock } = room;
          const sample = clock.sample.bind(clock);
          clock.sample = (roomTime, roundTrip) => {
            this.sdkClock?.sample(roomTime, roundTrip);
            sample(roomTime, roundTrip);
          };
        },
        seat: () => {},
        played: () => {},
        ended: () => {},
        refused: (why) => {
          throw new Error(why());
        },
      },
    );
    setInterval(() => {
      if (!this.#closed) this.#visit?.advance(performance.now());
    }, TICK_MS / 2);
    this.#frame(0);
  }

  #hands(): Hands {
    const live = (): PlayerInput => ({ ...neutralInput(), ...this.#options.play?.(this) });
    return {
      sample: () => {
        const input = live();
        this.ticks += 1;
        this.input = input;
        return input;
      },
      peek: live,
    };
  }

  #frame(index: number): void {
    const { frames = 60, onFrame } = this.#options;
    const length = typeof frames === "number" ? 1000 / frames : (frames[index % frames.length] ?? 16);
    this.#time.at(this.#time.now + length, this.clock, () => {
      if (this.#closed) return;
      this.#visit?.frame(performance.now());
      if (this.inMatch) onFrame?.(this);
      this.#frame(index + 1);
    });
  }
}
