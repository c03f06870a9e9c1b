import { type Brain, createBrain } from "#bots/brain/brain.ts";
import { tapFrames } from "#player/colyseus/tap.ts";
import { joinWithin } from "#player/join-within.ts";
import type { Hands } from "#player/netcode/hands.ts";
import { LiveSource } from "#player/netcode/live-source.ts";
import { Match } from "#player/netcode/match.ts";
import { PlayerClient } from "#player/player-client.ts";
import type { RoomSession } from "#player/room-session.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import type { PlayerInput } from "#shared/simulation/types.ts";
import type { ClientTransport, ClientTransportFactory } from "#transports/contract/client-transport.ts";
import { monotonicMs } from "../monotonic.ts";
import type { JoinRequest } from "../protocol.ts";
import { transportOfWay } from "../ways.ts";
import { viewOfPage } from "./eyes.ts";
import type { LabPlayer } from "./lab-player.ts";
import { Recorder } from "./recorder.ts";

/** Longest time (ms) that joining may take, and leaving. */
const JOIN_LIMIT_MS = 25_000;
const LEAVE_LIMIT_MS = 3000;
/** A growth of the protection (ticks) by more than this is a new life. */
const NEW_LIFE = 20;
/** Time (ms) between two frames of the page. */
const FRAME_MS = 1000 / 60;

/**
 * A bot with everything that a player's page has except the picture: the SDK, the transport, the clock, the pacing of
 * inputs, prediction and interpolation are those of the page, and the brain sees what would be drawn.
 */
export class GamePlayer implements LabPlayer {
  readonly recorder = new Recorder();
  readonly room: string;
  readonly connectMs: number;
  readonly #session: RoomSession;
  readonly #match: Match;
  readonly #seed: number;
  #brain: Brain;
  #lives = 0;
  #protection = 0;
  #thoughts = 0;
  readonly #transport: () => ClientTransport | undefined;
  #nextFrameMs = Number.NaN;
  #input: PlayerInput = neutralInput();
  readonly #hands: Hands = {
    sample: () => {
      this.#input = this.#think();
      this.recorder.sent();
      return this.#input;
    },
    peek: () => this.#input,
  };

  private constructor(
    session: RoomSession,
    match: Match,
    transport: () => ClientTransport | undefined,
    { seed, connectMs }: { readonly seed: number; readonly connectMs: number },
  ) {
    this.#session = session;
    this.#match = match;
    this.#transport = transport;
    this.#seed = seed;
    this.#brain = createBrain("normal", seed);
    this.room = session.code;
    this.connectMs = connectMs;
    this.#listen();
  }

  /** Joins as asked. @throws Error when that fails or takes too long. */
  static async join(request: JoinRequest, arenas: ReadonlyMap<string, Arena>): Promise<GamePlayer> {
    const { way, origin, name, room, options, seed } = request;
    const make = transportOfWay(way);
    let connectedAt = Number.NaN;
    let current: ClientTransport | undefined;
    const timed: ClientTransportFactory = (events) => {
      const transport = make(events);
      current = transport;
      const connect = transport.connect.bind(transport);
      transport.connect = (url, headers) => {
        connectedAt = monotonicMs();
        connect(url, headers);
      };
      return transport;
    };
    const client = new PlayerClient({ origin, transport: timed });
    const joining = room === undefined ? client.create({ ...options, name }) : client.join(room, { name });
    const entered = joining.then(async (session) => {
      const state = await new Promise<RoomSession["state"]>((resolve) => session.onBegin(resolve));
      const connectMs = monotonicMs() - connectedAt;
      const arena = arenas.get(state.arena);
      if (arena === undefined) throw new Error(`The arena "${state.arena}" is not known here.`);
      const match = new Match(new LiveSource(session), arena, () => performance.now());
      return new GamePlayer(session, match, () => current, { seed, connectMs });
    });
    return await joinWithin({ ms: JOIN_LIMIT_MS, after }, entered, (late) => late.leave().catch(() => {}));
  }

  pass(nowMs: number): void {
    // Frames at 60 a second, and inputs in between: as a page does.
    if (nowMs < this.#nextFrameMs) {
      this.#match.advance(nowMs, this.#hands);
      return;
    }
    // A page that was held up leaves frames out.
    const late = Number.isNaN(this.#nextFrameMs) || nowMs - this.#nextFrameMs > FRAME_MS;
    this.#nextFrameMs = FRAME_MS + (late ? nowMs : this.#nextFrameMs);
    this.#match.frame(nowMs, this.#hands);
    this.recorder.frame(this.#match.starved);
    const transport = this.#transport();
    if (transport !== undefined) this.recorder.carriedBy(transport.name);
  }

  async leave(): Promise<void> {
    this.#match.dispose();
    const limit = new Promise<void>((resolve) => after(LEAVE_LIMIT_MS, resolve));
    if (this.#session.isConnected) await Promise.race([this.#session.leave(), limit]);
    this.#session.giveUp();
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
    const { room } = this.#session;
    tapFrames(room, {
      down: (frame, next) => {
        this.recorder.messageDown(frame.length);
        next(frame);
      },
      up: (frame, next) => {
        this.recorder.messageUp(frame.length);
        next(frame);
      },
    });
    room.onStateChange((state) => {
      // The prediction makes the input; who asks for it before that would get another one.
      const predicting = this.#match.prediction !== undefined;
      this.recorder.state(state.tick, predicting ? room.input({}).lastProcessed : 0);
    });
    this.#session.onDrop(() => this.recorder.dropped());
  }
}

function after(delayMs: number, callback: () => void): () => void {
  const timer = setTimeout(callback, delayMs).unref();
  return () => clearTimeout(timer);
}
