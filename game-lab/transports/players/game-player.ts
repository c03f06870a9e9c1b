import { type Brain, createBrain } from "#bots/brain/brain.ts";
import type { ArenaLink } from "#player/netcode/link.ts";
import { type Hands, Match } from "#player/netcode/match.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { type EventBatch, ROOM } from "#shared/messages.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { ClientTransportFactory } from "#transports/contract/client-transport.ts";
import { monotonicMs } from "../monotonic.ts";
import type { JoinRequest } from "../processes/protocol.ts";
import { transportOfWay } from "../ways.ts";
import { viewOfPage } from "./eyes.ts";
import type { LabPlayer } from "./lab-player.ts";
import { ListeningClient } from "./listening-client.ts";
import { Recorder } from "./recorder.ts";

/** Longest time (ms) that joining may take. */
const JOIN_LIMIT_MS = 25_000;
/** A growth of the protection (ticks) by more than this is a new life. */
const NEW_LIFE = 20;

/**
 * A bot with everything that a player's page has except the picture: the SDK, the transport, the clock, the pacing of
 * inputs, prediction and interpolation are those of the page, and the brain sees what would be drawn.
 */
export class GamePlayer implements LabPlayer {
  readonly recorder = new Recorder();
  readonly room: string;
  readonly connectMs: number;
  readonly #link: ArenaLink;
  readonly #match: Match;
  readonly #seed: number;
  #brain: Brain;
  #lives = 0;
  #protection = 0;
  #thoughts = 0;
  #turns = 0;
  #input: PlayerInput = neutralInput();
  readonly #hands: Hands = {
    sample: () => {
      this.#input = this.#think();
      this.recorder.sent();
      return this.#input;
    },
    peek: () => this.#input,
  };

  private constructor(link: ArenaLink, match: Match, seed: number, connectMs: number) {
    this.#link = link;
    this.#match = match;
    this.#seed = seed;
    this.#brain = createBrain("normal", seed);
    this.room = link.roomId;
    this.connectMs = connectMs;
    this.#listen();
  }

  /** Joins as asked. @throws Error when that fails or takes too long. */
  static async join(request: JoinRequest, arenas: ReadonlyMap<string, Arena>): Promise<GamePlayer> {
    const { way, origin, name, room, options, seed } = request;
    const make = transportOfWay(way);
    let connectedAt = Number.NaN;
    const timed: ClientTransportFactory = (events) => {
      const transport = make(events);
      const connect = transport.connect.bind(transport);
      transport.connect = (url, headers) => {
        connectedAt = monotonicMs();
        connect(url, headers);
      };
      return transport;
    };
    const early: EventBatch[] = [];
    let match: Match | undefined;
    const hear = (batch: EventBatch): void => {
      if (match === undefined) early.push(batch);
      else match.receive(batch);
    };
    const sdk = new ListeningClient(origin, timed, hear);
    const joining =
      room === undefined
        ? sdk.create<ArenaState>(ROOM, { ...options, name })
        : sdk.joinById<ArenaState>(room, { name });
    const entered = joining.then(async (link) => {
      link.reconnection.minUptime = 0;
      await new Promise<void>((resolve) => link.onStateChange.once(() => resolve()));
      const connectMs = monotonicMs() - connectedAt;
      const arena = arenas.get(link.state.arena);
      if (arena === undefined) throw new Error(`The arena "${link.state.arena}" is not known here.`);
      match = new Match(link, arena, () => performance.now());
      for (const batch of early) match.receive(batch);
      return new GamePlayer(link, match, seed, connectMs);
    });
    try {
      return await within(JOIN_LIMIT_MS, entered);
    } catch (error) {
      // Who comes after all shall not stay without anybody who counts on it.
      entered.then((late) => late.leave()).catch(() => {});
      throw error;
    }
  }

  pass(nowMs: number): void {
    this.#turns += 1;
    // Frames at 50 a second, and inputs in between: as a page does.
    if (this.#turns % 2 === 0) this.#match.frame(nowMs, this.#hands);
    else this.#match.advance(nowMs, this.#hands);
  }

  async leave(): Promise<void> {
    this.#match.dispose();
    this.#link.reconnection.enabled = false;
    if (this.#link.connection.isOpen) await within(3000, this.#link.leave(true)).catch(() => {});
  }

  #think(): PlayerInput {
    this.#thoughts += 1;
    const view = viewOfPage(this.#match, this.#thoughts);
    if (view === undefined) return neutralInput();
    const { protectTicks } = view.self;
    if (protectTicks > this.#protection + NEW_LIFE) {
      // Another temper for each life: over many of them nobody is better by nature.
      this.#lives += 1;
      this.#brain = createBrain("normal", this.#seed + this.#lives * 7919);
    }
    this.#protection = protectTicks;
    return this.#brain.think(view);
  }

  #listen(): void {
    const { connection } = this.#link;
    const receive = connection.events.onmessage;
    // The connection has one listener, the room's own; this one counts and passes on.
    connection.events.onmessage = (event: MessageEvent) => {
      this.recorder.messageDown(event.data.byteLength);
      receive?.(event);
    };
    const send = connection.send.bind(connection);
    connection.send = (frame) => {
      this.recorder.messageUp(frame.length);
      send(frame);
    };
    this.#link.onStateChange((state) => {
      // The prediction makes the input; who asks for it before that would get another one.
      const predicting = this.#match.prediction !== undefined;
      this.recorder.state(state.tick, predicting ? this.#link.input({}).lastProcessed : 0);
    });
    this.#link.onDrop(() => this.recorder.dropped());
  }
}

/** @throws Error when something takes longer than `limitMs`. */
async function within<T>(limitMs: number, task: Promise<T>): Promise<T> {
  const limit = AbortSignal.timeout(limitMs);
  return await Promise.race([
    task,
    new Promise<never>((_resolve, reject) => {
      limit.onabort = () => reject(new Error(`It took longer than ${limitMs / 1000} s.`));
    }),
  ]);
}
