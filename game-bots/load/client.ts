import { joinWithin } from "#player/join-within.ts";
import { PacedInputs } from "#player/netcode/paced-inputs.ts";
import { PlayerClient } from "#player/player-client.ts";
import { type RoomSession, WHILE_SEAT_IS_KEPT } from "#player/room-session.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { TICK_MS } from "#shared/tunables.ts";
import { createTransport } from "#transports/node.ts";
import { arenaOf } from "./arenas.ts";
import type { ClientLog } from "./client-log.ts";
import { ClientMeter } from "./client-meter.ts";
import { explainClose, explainFailure } from "./failures.ts";
import type { Pilot } from "./options.ts";
import { createPilot, type Think } from "./pilots.ts";
import type { PlannedClient } from "./plan.ts";
import type { RoomCodes } from "./room-codes.ts";
import { SeenWorld } from "./seen-world.ts";
import type { Tally } from "./tally.ts";
import { after, pause } from "./timers.ts";

/** Longest time (ms) that a server may take to let somebody in, and to answer a good-bye. */
const JOIN_TIMEOUT_MS = 20_000;
const LEAVE_TIMEOUT_MS = 2000;

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
  /** Called when a room is first seen at a place, the address of its process, or has moved there. */
  roomAt(place: string, code: string): void;
  /** ms of a clock that never goes back. */
  now(): number;
}

/** One player over the network: joins, plays, measures, comes back, leaves. */
export class LoadClient {
  readonly plan: PlannedClient;
  readonly #context: ClientContext;
  #think: Think;
  readonly #meter: ClientMeter;
  #session: RoomSession | undefined;
  #inputs: PacedInputs | undefined;
  #world: SeenWorld | undefined;
  #lastPass = Number.NaN;
  #playing = false;
  #leaving = false;
  #cutAt: number | undefined;

  constructor(plan: PlannedClient, context: ClientContext) {
    this.plan = plan;
    this.#context = context;
    this.#think = createPilot(context.brain, plan.seed);
    this.#meter = new ClientMeter(plan.number, context.tally, context.now);
  }

  get log(): ClientLog {
    return this.#meter.log;
  }

  /** Where the process is reached that it is connected to; undefined before it is. */
  get place(): string | undefined {
    return this.#meter.place;
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
      const session = await this.#enter();
      if (opens) roomOpened(index, session.code);
      this.begin(session, dueMs);
      if (opens) this.#tellPlace(session);
    } catch (error) {
      tally.error(explainFailure(error));
      if (opens) roomOpened(index, undefined);
      if (opens) codes.failed(index);
    }
  }

  /** Plays in a room that it has joined; the time that took counts from `dueMs`. */
  begin(session: RoomSession, dueMs: number): void {
    session.onBegin((state) => this.#begun(session, state, dueMs));
    this.#attend(session);
    if (this.#leaving) this.leave().catch(() => {});
  }

  /** Listens to a session: the first one, or the one by which the stay goes on in another process. */
  #attend(session: RoomSession): void {
    const { tally } = this.#context;
    this.#session = session;
    this.#meter.follow(session, () => this.#inputs?.handle.lastProcessed ?? 0);
    session.mail.events.listen(() => {});
    session.mail.spots.listen(() => {});
    session.mail.results.listen(() => {});
    session.onState((state) => this.#patched(session, state));
    session.onDrop((code, reason) => this.#dropped(code, reason));
    session.onBack(() => this.#back(session, "reconnect"));
    session.onMoved((next, isElsewhere) => {
      this.#attend(next);
      if (isElsewhere) this.#meter.moved();
      this.#tellPlace(next);
      this.#back(next, isElsewhere ? "move" : "reconnect");
    });
    session.onGone((code, reason) => this.#gone(code, reason));
    session.room.onError((_code, message) => tally.error(explainFailure(new Error(message))));
  }

  #tellPlace({ code }: RoomSession): void {
    if (this.place !== undefined) this.#context.roomAt(this.place, code);
  }

  /**
   * Lives until `dueMs` of the schedule, and sends the inputs that are due by then: to be called ten times a tick. `begins`:
   * the first tick may begin here, so that the clients are spread over a tick.
   */
  pass(dueMs: number, begins: boolean): void {
    const world = this.#world;
    if (!this.#playing || world?.isPresent !== true) {
      this.#lastPass = Number.NaN;
      return;
    }
    const dtMs = dueMs - this.#lastPass;
    if (!(dtMs <= TICK_MS)) {
      if (begins) this.#lastPass = dueMs;
      return;
    }
    this.#lastPass = dueMs;
    const left = this.#inputs?.advance(dueMs, dtMs, () => this.#think(world.view())) ?? 0;
    for (let input = 0; input < left; input++) this.#meter.sent(dueMs);
  }

  /** Asks for an answer that was due at `dueMs`. */
  ping(dueMs: number): void {
    if (this.#playing) this.#meter.ping(dueMs);
  }

  /** Looks how old the newest state is. */
  lookAtAge(): void {
    if (this.#playing) this.#meter.lookAtAge();
  }

  /** Cuts the line; the player comes back by itself. */
  cut(): void {
    if (!this.#playing) return;
    this.#cutAt = this.#context.now();
    this.#session?.cut();
  }

  /** Says good-bye. Resolves when the server has answered, or does not. */
  async leave(): Promise<void> {
    const session = this.#session;
    this.#leaving = true;
    this.#playing = false;
    if (session === undefined) return;
    if (session.isConnected) await Promise.race([session.leave(), pause(LEAVE_TIMEOUT_MS)]);
    session.giveUp();
  }

  /** The server says what its state is made of, as it does to a page: rooms with a huge arena have another one. */
  async #enter(): Promise<RoomSession> {
    const { origin, codes, roomOptions } = this.#context;
    const { number, room, opens, transport } = this.plan;
    const client = new PlayerClient({
      origin,
      transport: (events) => createTransport(transport, events),
      reconnect: WHILE_SEAT_IS_KEPT,
      follow: { after, roll: Math.random },
    });
    const self = { name: `Load ${number}`, look: number % 4096 };
    const entering = opens
      ? client.create({ ...roomOptions, ...self })
      : client.join(await codes.of(room), self);
    const limit = { ms: JOIN_TIMEOUT_MS, after };
    return await joinWithin(limit, entering, (late) => late.leave().catch(() => {}));
  }

  #begun(session: RoomSession, state: ArenaState, dueMs: number): void {
    const { tally, now } = this.#context;
    if (this.#leaving) return;
    tally.latencies.record("timeToJoin", now() - dueMs);
    tally.counts.joined += 1;
    this.#goTo(session, state);
    this.#inputs = new PacedInputs(session.room);
    this.#playing = true;
  }

  /** Looks at the arena of the room, with a brain that remembers nothing of another one. */
  #goTo(session: RoomSession, state: ArenaState): void {
    this.#world = new SeenWorld(arenaOf(state.arena), session.id);
    this.#think = createPilot(this.#context.brain, this.plan.seed);
  }

  #patched(session: RoomSession, state: ArenaState): void {
    if (this.#world !== undefined && this.#world.arena.id !== state.arena) this.#goTo(session, state);
    this.#world?.receive(state);
    const self = state.players.get(session.id);
    if (self !== undefined) this.#inputs?.report(this.#context.now(), self.inputMargin);
  }

  #dropped(code: number, reason: string | undefined): void {
    const { tally, now } = this.#context;
    if (this.#leaving) return;
    this.#playing = false;
    if (this.#cutAt === undefined) {
      // That a room moves is no error.
      if (this.#session?.isMoving !== true) tally.error(explainClose(code, reason));
      this.#cutAt = now();
    }
    this.#meter.dropped();
  }

  #back(session: RoomSession, how: "reconnect" | "move"): void {
    const { tally, now } = this.#context;
    session.onBegin((state) => {
      if (this.#cutAt !== undefined) tally.latencies.record(how, now() - this.#cutAt);
      this.#cutAt = undefined;
      if (how === "move") {
        tally.counts.moves += 1;
        this.#goTo(session, state);
      } else {
        tally.counts.reconnects += 1;
        this.log.reconnects += 1;
      }
      this.#inputs = new PacedInputs(session.room);
      this.#playing = !this.#leaving;
    });
  }

  #gone(code: number, reason: string | undefined): void {
    const { tally } = this.#context;
    if (!this.#leaving && this.#session?.isMoving === true) tally.counts.lostMoves += 1;
    this.#playing = false;
    this.#session = undefined;
    if (this.#leaving) tally.counts.left += 1;
    else tally.error(explainClose(code, reason));
  }
}
