import type { InputHandle, Room } from "@colyseus/sdk";
import { BotClient } from "#bots/transports/client.ts";
import { ROOM } from "#shared/messages.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { InputState } from "#shared/state/input-state.ts";
import { createTransport } from "#transports/node.ts";
import { arenaOf } from "./arenas.ts";
import { ClientLog } from "./client-log.ts";
import { takePrint } from "./divergence.ts";
import { DueTimes } from "./due-times.ts";
import { explainClose, explainFailure } from "./failures.ts";
import type { Pilot } from "./options.ts";
import { createPilot, type Think } from "./pilots.ts";
import type { PlannedClient } from "./plan.ts";
import type { RoomCodes } from "./room-codes.ts";
import { SeenWorld } from "./seen-world.ts";
import { ServerTime } from "./server-time.ts";
import type { Tally } from "./tally.ts";

/** Kinds of frames, the low five bits of the first byte, by Colyseus 0.18. */
const Frame = { Patch: 15, Ping: 18 } as const;
const KIND_MASK = 0x1f;
const PING = new Uint8Array([Frame.Ping]);
/** Longest time (ms) that a server may take to let somebody in. */
const JOIN_TIMEOUT_MS = 20_000;
/** Longest pause (ms) between two tries to come back, and how many tries fit into the 20 s that a seat is kept. */
const RECONNECT_PAUSE_MS = 2000;
const RECONNECT_TRIES = 12;
/** Close code with which a client drops its own line and asks anew. */
const MAY_TRY_RECONNECT = 4010;

/** What all clients of a worker share. */
export interface ClientContext {
  readonly origin: string;
  readonly brain: Pilot;
  /** How rooms are opened, besides the name. */
  readonly roomOptions: Readonly<Record<string, unknown>>;
  readonly tally: Tally;
  readonly codes: RoomCodes;
  /** Called with the code of a room that this client has opened, or undefined when it could not. */
  roomOpened(room: number, code: string | undefined): void;
  /** ms of a clock that never goes back. */
  now(): number;
}

type Link = Room<unknown, ArenaState>;

/** One player over the network: joins, plays, measures, comes back, leaves. */
export class LoadClient {
  readonly plan: PlannedClient;
  readonly log = new ClientLog();
  readonly #context: ClientContext;
  readonly #think: Think;
  readonly #pings = new DueTimes();
  readonly #inputs = new DueTimes();
  readonly #time = new ServerTime();
  #room: Link | undefined;
  #input: InputHandle<InputState> | undefined;
  #world: SeenWorld | undefined;
  #acked = 0;
  #sent = 0;
  #lastPatch = Number.NaN;
  #playing = false;
  #leaving = false;
  #cutAt: number | undefined;

  constructor(plan: PlannedClient, context: ClientContext) {
    this.plan = plan;
    this.#context = context;
    this.#think = createPilot(context.brain, plan.seed);
  }

  /** In the match, with a line. */
  get isPlaying(): boolean {
    return this.#playing;
  }

  /** Joins; the time it takes counts from `dueMs`. What goes wrong is in the tally, not thrown. */
  async join(dueMs: number): Promise<void> {
    const { tally, codes, roomOpened } = this.#context;
    const { room: index, opens } = this.plan;
    try {
      const room = await this.#enter();
      if (opens) roomOpened(index, room.roomId);
      this.#begin(room, dueMs);
    } catch (error) {
      tally.error(explainFailure(error));
      if (opens) roomOpened(index, undefined);
      if (opens) codes.failed(index);
    }
  }

  /** Plays one tick that was due at `dueMs`. */
  tick(dueMs: number): void {
    const view = this.#world?.view();
    const input = this.#input;
    if (!this.#playing || view === undefined || input === undefined) return;
    Object.assign(input.data, this.#think(view), { tick: this.#sent + 1 });
    if (input.send() === 0) return;
    this.#sent += 1;
    this.#context.tally.counts.inputs += 1;
    this.#inputs.push(dueMs);
  }

  /** Asks for an answer that was due at `dueMs`. While one is under way, the question waits with it. */
  ping(dueMs: number): void {
    if (!this.#playing) return;
    this.#pings.push(dueMs);
    this.#room?.connection.send(PING);
  }

  /** Looks how old the newest state is. */
  lookAtAge(): void {
    const { tally, now } = this.#context;
    const time = this.#time.at(now());
    if (this.#playing && time !== undefined && this.#room !== undefined) {
      tally.latencies.record("ageOfState", time - this.#room.clock.lastServerTime());
    }
  }

  /** Cuts the line; the SDK brings the player back. */
  cut(): void {
    if (!this.#playing) return;
    this.#cutAt = this.#context.now();
    this.#room?.connection.close(MAY_TRY_RECONNECT);
  }

  /** Says good-bye. Resolves when the server has answered, or does not. */
  async leave(): Promise<void> {
    const room = this.#room;
    this.#leaving = true;
    this.#playing = false;
    if (room === undefined) return;
    room.reconnection.enabled = false;
    if (room.connection.isOpen) await Promise.race([room.leave(true), pause(2000)]);
    else room.connection.close();
  }

  /** The server says what its state is made of, as it does to a page: rooms with a huge arena have another one. */
  async #enter(): Promise<Link> {
    const { origin, codes, roomOptions } = this.#context;
    const { number, room, opens, transport } = this.plan;
    const sdk = new BotClient(origin, (events) => createTransport(transport, events));
    const self = { name: `Load ${number}`, look: number % 4096 };
    const entering = opens
      ? sdk.create<ArenaState>(ROOM, { ...roomOptions, ...self })
      : sdk.joinById<ArenaState>(await codes.of(room), self);
    const winner = await Promise.race([entering, pause(JOIN_TIMEOUT_MS)]);
    if (winner !== undefined) return winner;
    entering.then((link) => link.leave()).catch(() => {});
    throw new Error("The server did not let somebody in within 20 s.");
  }

  #begin(room: Link, dueMs: number): void {
    const { tally, now } = this.#context;
    this.#room = room;
    room.reconnection.minUptime = 0;
    room.reconnection.maxDelay = RECONNECT_PAUSE_MS;
    room.reconnection.maxRetries = RECONNECT_TRIES;
    this.#countFrames(room);
    room.onMessage("*", () => {});
    room.onStateChange.once((state) => {
      if (this.#leaving) return;
      tally.latencies.record("timeToJoin", now() - dueMs);
      tally.counts.joined += 1;
      this.#world = new SeenWorld(arenaOf(state.arena), room.sessionId);
      this.#input = room.input<InputState>({ type: InputState, mode: "reliable" });
      this.#playing = true;
    });
    room.onStateChange((state) => this.#world?.receive(state));
    room.onDrop((code, reason) => this.#dropped(code, reason));
    room.onReconnect(() => this.#back(room));
    room.onLeave((code, reason) => this.#gone(code, reason));
    room.onError((_code, message) => tally.error(explainFailure(new Error(message))));
    if (this.#leaving) this.leave().catch(() => {});
  }

  /** Counts what comes and goes. The connection has one listener, the room's own; this one passes on to it. */
  #countFrames(room: Link): void {
    const { tally, now } = this.#context;
    const { connection } = room;
    const receive = connection.events.onmessage;
    connection.events.onmessage = (event: MessageEvent) => {
      const frame = new Uint8Array(event.data);
      tally.counts.messagesDown += 1;
      tally.counts.bytesDown += frame.length;
      this.log.bytesDown += frame.length;
      const kind = (frame[0] ?? 0) & KIND_MASK;
      try {
        receive?.(event);
      } catch (error) {
        tally.counts.decodeErrors += 1;
        tally.error(`A frame could not be decoded: ${error instanceof Error ? error.message : error}`);
      }
      if (kind === Frame.Patch) this.#patched(room, now());
      else if (kind === Frame.Ping) this.#ponged(now());
    };
    const send = connection.send.bind(connection);
    connection.send = (frame) => {
      tally.counts.messagesUp += 1;
      tally.counts.bytesUp += frame.length;
      this.log.bytesUp += frame.length;
      send(frame);
    };
  }

  #patched(room: Link, nowMs: number): void {
    const { tally } = this.#context;
    tally.counts.patches += 1;
    this.log.patches += 1;
    if (!Number.isNaN(this.#lastPatch)) tally.latencies.record("patchInterval", nowMs - this.#lastPatch);
    this.#lastPatch = nowMs;
    this.#time.patch(room.clock.lastServerTime(), nowMs);
    const acked = this.#input?.lastProcessed ?? 0;
    this.#inputs.answered(acked - this.#acked, nowMs, (ms) => tally.latencies.record("inputToAck", ms));
    this.#acked = acked;
    const print = takePrint(this.plan.number, room.roomId, room.sessionId, room.state);
    if (print !== undefined) tally.print(print);
  }

  #ponged(nowMs: number): void {
    this.#pings.answered(1, nowMs, (ms) => {
      this.#context.tally.latencies.record("roundTrip", ms);
      this.log.roundTrips.push(ms);
      this.#time.roundTrip(ms);
    });
  }

  #dropped(code: number, reason: string | undefined): void {
    const { tally, now } = this.#context;
    if (this.#leaving) return;
    this.#playing = false;
    if (this.#cutAt === undefined) {
      tally.error(explainClose(code, reason));
      this.#cutAt = now();
    }
    tally.counts.unansweredPings += this.#pings.clear();
    this.#inputs.clear();
    this.#lastPatch = Number.NaN;
    this.#time.reset();
  }

  #back(room: Link): void {
    const { tally, now } = this.#context;
    this.#sent = 0;
    this.#acked = 0;
    room.onStateChange.once(() => {
      if (this.#cutAt !== undefined) tally.latencies.record("reconnect", now() - this.#cutAt);
      this.#cutAt = undefined;
      tally.counts.reconnects += 1;
      this.log.reconnects += 1;
      this.#playing = !this.#leaving;
    });
  }

  #gone(code: number, reason: string | undefined): void {
    const { tally } = this.#context;
    this.#playing = false;
    this.#room = undefined;
    if (this.#leaving) tally.counts.left += 1;
    else tally.error(explainClose(code, reason));
  }
}

function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms).unref());
}
