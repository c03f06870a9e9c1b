import {
  type AuthContext,
  type Client,
  ClientState,
  CloseCode,
  getMessageBytes,
  Protocol,
  Room,
  type Serializer,
  ServerError,
  validate,
} from "@colyseus/core";
import { StateView } from "@colyseus/schema";
import {
  ClientMessage,
  type EventBatch,
  ServerMessage,
  type StepTimeAnswer,
  type TimeAnswer,
  WRONG_PASSWORD,
} from "#shared/messages.ts";
import { endPhase } from "#shared/simulation/match.ts";
import { isHuge } from "#shared/simulation/modes/suits.ts";
import { modeOf } from "#shared/simulation/modes/table.ts";
import type { SeenBy } from "#shared/simulation/push.ts";
import { step } from "#shared/simulation/step.ts";
import type { GameEvent, World } from "#shared/simulation/types.ts";
import { createWorld } from "#shared/simulation/world.ts";
import { ArenaState, HugeArenaState, seatsOf } from "#shared/state/arena-state.ts";
import { InputState } from "#shared/state/input-state.ts";
import { OWNER, type PlayerState } from "#shared/state/player-state.ts";
import { DT, MATCH, NET, PUSH, TICK_MS, TICK_RATE } from "#shared/tunables.ts";
import type { RoomAccount } from "../matchmaking/budget.ts";
import { RESERVATION_SECONDS } from "../matchmaking/reservations.ts";
import type { AdmittedOptions } from "../matchmaking/seating.ts";
import type { Log } from "../observability/log.ts";
import { CLIENT_PAYLOADS } from "../transports/client-messages.ts";
import { transportOf, wasExpelled } from "../transports/guard.ts";
import { keepLatest } from "../transports/latest-state.ts";
import { BotCrew } from "./bot-crew.ts";
import { chooseArena } from "./choose-arena.ts";
import { Crowd } from "./crowd.ts";
import { fairStep } from "./fairness.ts";
import { IdleWatch } from "./idle-watch.ts";
import { createLagCompensation } from "./lag-compensation.ts";
import { PlayerInputs } from "./player-inputs.ts";
import { replicate } from "./replicate.ts";
import { Returns } from "./returns.ts";
import type { RoomDeps } from "./room-deps.ts";
import { RoomFaults } from "./room-faults.ts";
import { metadataOf, type RoomMetadata } from "./room-metadata.ts";
import { RoomSerializer } from "./room-serializer.ts";
import { Seats } from "./seats.ts";
import { burn } from "./slow-step.ts";
import { StepClock } from "./step-clock.ts";
import { StepTimer } from "./step-timer.ts";

/** What players are told whose room is past hope. */
const BROKEN = "Something in this room broke on the server, so it was closed. Other rooms are not affected.";

/** What players are told when nobody has played for too long. */
const IDLE = "Nobody did anything here for a while, so the room was closed.";

/** Time (ms) that a connection has to say that it is in, once it has its seat: many round trips of the slowest line. */
const CONFIRM_MS = 15_000;

/** One match after another in one arena: this class connects the rules, the seats and the wire. */
export abstract class ArenaRoom extends Room<{
  state: ArenaState;
  metadata: RoomMetadata;
  input: InputState;
}> {
  /** Given by the server that defines the room type. */
  abstract readonly deps: RoomDeps;
  override state = new ArenaState();
  override inputs = this.defineInput(InputState, {
    bufferMaxSize: NET.inputBuffer + NET.holdTicks,
  });
  /** Intervals between steps and their lengths, for tests and metrics. */
  readonly stepClock = new StepClock();

  #log!: Log;
  #faults!: RoomFaults;
  #world!: World;
  #seats!: Seats;
  #bots!: BotCrew;
  #account!: RoomAccount;
  #idle!: IdleWatch;
  #password = "";
  #patchEvery = TICK_RATE / NET.patchRate;
  #seenBy!: SeenBy;
  /** On huge arenas, where nobody sees everybody. */
  #crowd: Crowd | undefined;
  readonly #inputs = new PlayerInputs(
    (id) => this.inputs.get(id),
    () => ({ simulation: this.#time, ahead: this.clock.elapsedTime - this.#world.tick * TICK_MS }),
  );
  readonly #returns = new Returns();
  readonly #ackOf = (sessionId: string): number => this.inputs.get(sessionId).consumedCount;
  #events: GameEvent[] = [];
  #patchDue = false;
  #stepTimer: StepTimer | undefined;

  override messages = {
    [ClientMessage.Rematch]: (client: Client) => this.#voteRematch(client),
    [ClientMessage.Time]: validate(CLIENT_PAYLOADS[ClientMessage.Time], (client, asked) =>
      this.#tellTime(client, asked),
    ),
    [ClientMessage.StepTime]: (client: Client) => this.#tellStepTime(client),
  };

  override async onCreate(options: AdmittedOptions): Promise<void> {
    const { deps } = this;
    this.#log = deps.log;
    const seed = deps.seed();
    const mode = modeOf(options.mode);
    const arena = chooseArena(deps.arenas, options.arena, mode, seed);
    this.roomId = await deps.freeCode();
    this.#log = deps.log.child({ room: this.roomId });
    this.#faults = new RoomFaults(
      this.#log,
      () => deps.metrics.roomFault(),
      () => this.#close(CloseCode.WITH_ERROR, BROKEN),
    );
    this.#password = options.password;
    this.#patchEvery = TICK_RATE / options.netRate;
    this.maxClients = options.maxPlayers;
    this.seatReservationTimeout = RESERVATION_SECONDS;
    this.#world = createWorld(arena, {
      seed,
      mode: options.mode,
      ...(options.timeLimit === undefined ? {} : { timeLimit: options.timeLimit }),
    });
    if (isHuge(mode) && deps.interest !== false) this.#gather(new HugeArenaState());
    this.#seenBy = createLagCompensation(
      this.allowRewindState({ maxRewindMs: PUSH.maxRewindMs }),
      this.state,
    );
    this.#seats = new Seats(this.#world, this.state, (id) => this.#crowd?.leave(id));
    this.#account = {
      openedBy: options.from ?? "",
      people: new Map(),
      bots: 0,
      refill: () => this.#refill(),
    };
    this.#bots = new BotCrew(this.#seats, options.bots, options.botSkill, options.maxPlayers, (wanted) =>
      deps.budget.botsFor(this.#account, wanted),
    );
    this.#idle = new IdleWatch(deps.maxIdleMinutes);
    this.state.arena = arena.id;
    this.state.mode = options.mode;
    this.state.maxPlayers = options.maxPlayers;
    this.state.netRate = options.netRate;
    this.state.private = options.private;
    this.state.crumbles.push(...this.#world.crumblePhases);
    await this.setPrivate(options.private);
    this.#publish();
    deps.budget.add(this.#account);
    this.stepClock.onStep = (interval, length) => deps.metrics.step(interval, length);
    this.#keepStepping();
    // Patches go out inside the step, so that the two never drift apart. Not before the line above: a room
    // without a timestep would start a timer of its own that steals the time of ours.
    this.patchRate = null;
    this.#log.info(
      { arena: arena.id, maxPlayers: options.maxPlayers, private: options.private },
      "room opened",
    );
  }

  /** Called by Colyseus for each new state: ours are sent in ways of their own. */
  override setSerializer(_serializer: Serializer<ArenaState>): void {
    super.setSerializer(this.#crowd?.serializer ?? new RoomSerializer(this.#ackOf));
  }

  /** Why a password does not open this room, or undefined. Matchmaking asks before it reserves a seat. */
  refusePassword(password: string): string | undefined {
    if (this.#password === "" || password === this.#password) return undefined;
    return password === "" ? "This room has a password." : "That is not the password of this room.";
  }

  override onAuth(_client: Client, options: AdmittedOptions, _context: AuthContext): boolean {
    const why = this.refusePassword(options.password);
    if (why !== undefined) throw new ServerError(WRONG_PASSWORD, why);
    return true;
  }

  override hasReservedSeat(sessionId: string, token?: string): boolean {
    this.#returns.recall(token, this.clients);
    return super.hasReservedSeat(sessionId, token);
  }

  override checkReconnectionToken(token: string): string {
    this.#returns.recall(token, this.clients);
    return super.checkReconnectionToken(token);
  }

  override onJoin(client: Client, options: AdmittedOptions): void {
    this.deps.reservations.taken(client.sessionId);
    const replica = this.#seats.take(client.sessionId, options.name, options.look);
    // Only with the seat, of which it is let go with it.
    this.#account.people.set(client.sessionId, options.from ?? "");
    this.#furnish(client, replica);
    this.#refill();
    this.#publish();
    this.deps.budget.settle();
    this.deps.metrics.joined();
    const { name } = this.#world.players.get(client.sessionId) ?? {};
    this.#log.info({ session: client.sessionId, name }, "player joined");
  }

  override onDrop(client: Client, code?: number): void {
    const seat = seatsOf(this.state).get(client.sessionId);
    if (seat === undefined || wasExpelled(client.ref)) return;
    seat.connected = false;
    this.#returns.dropped(client);
    // Not awaited: that would keep a kicked client's socket open. It rejects when nobody came back.
    this.allowReconnection(client, MATCH.reconnectGrace).catch(() => {});
    this.#countVotes();
    this.deps.metrics.dropped();
    this.#log.info({ session: client.sessionId, code }, "connection lost");
  }

  override onReconnect(client: Client): void {
    const replica = this.state.players.get(client.sessionId);
    const seat = seatsOf(this.state).get(client.sessionId);
    if (replica === undefined || seat === undefined) return;
    seat.connected = true;
    this.#furnish(client, replica);
    this.deps.metrics.reconnected();
    this.#log.info({ session: client.sessionId }, "player is back");
  }

  override onLeave(client: Client, code?: number): void {
    if (!this.#seats.leave(client.sessionId)) return;
    this.#inputs.forget(client.sessionId);
    this.#returns.forget(client.sessionId);
    this.#account.people.delete(client.sessionId);
    this.#refill();
    this.#countVotes();
    this.#publish();
    this.deps.budget.settle();
    this.deps.metrics.left();
    this.#log.info({ session: client.sessionId, code }, "player left");
  }

  override onUncaughtException(error: Error, method: string): void {
    // A refusal is an answer, not a fault.
    if (error.cause instanceof ServerError) {
      this.deps.metrics.refused(error.cause.code === WRONG_PASSWORD ? "password" : "bad_request");
      this.#log.info({ sparing: { reason: error.cause.message, method } }, "refused");
    } else this.#faults.note(method, error.cause ?? error);
  }

  override onDispose(): void {
    this.#stepTimer?.stop();
    this.deps.audit.forget(this.roomId);
    this.deps.budget.remove(this.#account);
    this.#log.info("room closed");
  }

  /** Brings the number of bots to what is wanted and allowed now. */
  #refill(): void {
    if (!this.#bots.fill()) return;
    this.#account.bots = this.#seats.bots.length;
    this.#publish();
  }

  #gather(state: HugeArenaState): void {
    this.#crowd = new Crowd(this.clients, this.#world, state, this.#ackOf);
    this.state = state;
  }

  /** What every connection of a player gets, the first one and those after a drop. */
  #furnish(client: Client, replica: PlayerState): void {
    client.view = this.#crowd?.enter(client.sessionId, replica) ?? ownView(replica);
    keepLatest(this, client, (event) => {
      if (event === "caught up") this.deps.metrics.resynced(transportOf(client.ref));
      this.#log.debug({ session: client.sessionId }, `player ${event}`);
    });
    this.#inputs.receive(client, this.#patchEvery, this.deps.fairness?.bounds === false);
    this.#expectConfirmation(client);
  }

  /** Ends a connection that never says that it is in: Colyseus keeps all that it is told until then. */
  #expectConfirmation(client: Client): void {
    const deadline = this.clock.setTimeout(() => {
      if (client.state !== ClientState.JOINING) return;
      client.leave(CloseCode.WITH_ERROR, "This page took its seat and did not begin to play.");
    }, CONFIRM_MS);
    // It holds the connection, of which nothing is to be kept.
    client.ref.once("close", () => deadline.clear());
  }

  /** Steps by a timer of our own instead of that of Colyseus, which is late for longer and rings for all rooms at once. */
  #keepStepping(): void {
    // Tells pages the rate.
    this.setFixedTimestep(() => {}, TICK_RATE);
    // biome-ignore lint/complexity/useLiteralKeys: it is private, and Colyseus knows no other way to step
    clearInterval(this["_simulationInterval"]);
    this.#stepTimer = new StepTimer(() => {
      this.#faults.run("step", () => {
        this.clock.tick();
        this.#step();
      });
    }, TICK_MS);
  }

  #step(): void {
    this.stepClock.begin();
    // The step that is about to run.
    const inputs = this.#inputs.take((this.#world.tick + 1) * TICK_MS);
    this.state.closesAt = this.#idle.closesAt(this.#world.tick, inputs);
    if (this.state.closesAt > 0 && this.#world.tick >= this.state.closesAt) {
      this.#close(CloseCode.NORMAL_CLOSURE, IDLE);
      return;
    }
    this.#bots.think(this.#world, inputs);
    const before = this.#world.phase;
    const events = step(this.#world, inputs, DT, fairStep(this.#seenBy, this.deps.fairness));
    this.#events.push(...events);
    this.deps.onStep?.(this.#world, inputs);
    if (before !== this.#world.phase) this.#phaseChanged();
    if (this.#world.tick % this.#patchEvery === 0 && !this.#patchDue) {
      this.#patchDue = true;
      // Nobody catches what a microtask throws.
      queueMicrotask(() => this.#faults.run("patch", () => this.#patch()));
    }
    if (this.deps.slowStepMs > 0) burn(this.deps.slowStepMs);
    this.stepClock.end();
  }

  /**
   * Sends the world as it is once all steps that were due have run. A patch says which inputs it includes, and
   * Colyseus reads that when it sends: the state must not be older, or every page corrects itself for nothing.
   */
  #patch(): void {
    this.#patchDue = false;
    replicate(this.#world, this.state);
    this.#inputs.noteMargins(this.state);
    this.#crowd?.beforePatch(this.#events);
    this.deps.audit.note(this.roomId, this.state, this.#crowd?.shownTo);
    this.broadcastPatch();
    if (this.#crowd === undefined) this.#tellEvents();
    this.#events = [];
  }

  /** Tells everybody who has a state what happened in the steps of the patch that was just sent. */
  #tellEvents(): void {
    if (this.#events.length === 0) return;
    const batch: EventBatch = { events: this.#events };
    const frame = getMessageBytes.raw(Protocol.ROOM_DATA, ServerMessage.Events, batch);
    for (const client of this.clients) if (client.state === ClientState.JOINED) client.raw(frame);
  }

  /**
   * Time of the simulation (ms). While a step is late it stands, because nobody knows how many will be made up for: it is
   * never ahead of what the next patch says.
   */
  get #time(): number {
    return this.#world.tick * TICK_MS + Math.min(TICK_MS, this.stepClock.sinceStep);
  }

  #tellTime(client: Client, asked: number): void {
    const quickest = this.#inputs.takeQuickest(client.sessionId);
    const answer: TimeAnswer = { asked, time: this.#time, ...(quickest === undefined ? {} : { quickest }) };
    client.send(ServerMessage.Time, answer);
  }

  #tellStepTime(client: Client): void {
    const answer: StepTimeAnswer = { p95: this.stepClock.latest(TICK_RATE).p95 };
    client.send(ServerMessage.StepTime, answer);
  }

  #voteRematch(client: Client): void {
    const seat = seatsOf(this.state).get(client.sessionId);
    if (seat === undefined || this.#world.phase !== "results") return;
    seat.ready = true;
    this.#countVotes();
  }

  /** Begins the rematch when everybody who is here wants it: after a vote, and after somebody is gone. */
  #countVotes(): void {
    if (this.#world.phase !== "results") return;
    const people = [...seatsOf(this.state).values()].filter((player) => !player.bot && player.connected);
    if (people.length === 0 || !people.every((player) => player.ready)) return;
    endPhase(this.#world, (event) => this.#events.push(event));
    this.#phaseChanged();
  }

  #phaseChanged(): void {
    for (const seat of seatsOf(this.state).values()) seat.ready = false;
    this.#publish();
  }

  /** Closes the room for good, with a sentence to everybody in it. */
  #close(code: number, reason: string): void {
    this.#stepTimer?.stop();
    for (const client of this.clients) client.leave(code, reason);
    this.disconnect(code).catch((error) => this.#faults.note("disconnect", error));
  }

  /** Tells the room list how things are. */
  #publish(): void {
    const metadata = metadataOf(this.#world, this.state, this.#password !== "");
    this.setMetadata(metadata).catch((error) => this.#log.warn({ err: error }, "the room list was not told"));
  }
}

/** What a connection sees besides what everybody sees: the private side of its own player. */
function ownView(replica: PlayerState): StateView {
  const view = new StateView();
  view.add(replica, OWNER);
  return view;
}
