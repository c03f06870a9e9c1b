import { type AuthContext, type Client, Room, ServerError } from "@colyseus/core";
import { StateView } from "@colyseus/schema";
import type { Arena } from "#shared/arena/arena.ts";
import { ClientMessage, type EventBatch, ServerMessage, WRONG_PASSWORD } from "#shared/messages.ts";
import { endPhase } from "#shared/simulation/match.ts";
import { step } from "#shared/simulation/step.ts";
import type { GameEvent, MatchPhase, PlayerInput, World } from "#shared/simulation/types.ts";
import { createWorld } from "#shared/simulation/world.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { InputState } from "#shared/state/input-state.ts";
import { DT, MATCH, NET, PUSH, TICK_RATE } from "#shared/tunables.ts";
import type { Log } from "../observability/log.ts";
import { wasExpelled } from "../transports/websocket.ts";
import { BotCrew } from "./bot-crew.ts";
import { chooseArena } from "./choose-arena.ts";
import { InputQueue } from "./input-queue.ts";
import type { JoinOptions } from "./join-options.ts";
import { createLagCompensation } from "./lag-compensation.ts";
import { replicate } from "./replicate.ts";
import { Seats } from "./seats.ts";
import { StepClock } from "./step-clock.ts";

/** What a room needs from the server around it. */
export interface RoomDeps {
  readonly arenas: ReadonlyMap<string, Arena>;
  readonly log: Log;
  /** A free room code. */
  freeCode(): Promise<string>;
  /** A 32-bit seed for the world. */
  seed(): number;
}

/** What the room list says of a room. */
export interface RoomMetadata {
  /** Anybody may be sent here by quick play. */
  open: boolean;
  arena: string;
  mode: string;
  phase: MatchPhase;
  bots: number;
  players: number;
  locked: boolean;
}

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
    seqField: "tick",
    bufferMaxSize: NET.inputBuffer,
    sanitize: { moveX: [-1, 1], moveY: [-1, 1] },
  });
  /** Intervals between steps and their lengths, for tests and metrics. */
  readonly stepClock = new StepClock();

  #log!: Log;
  #world!: World;
  #seats!: Seats;
  #bots!: BotCrew;
  #password = "";
  #patchEvery = TICK_RATE / NET.patchRate;
  #seenBy = createLagCompensation(this.allowRewindState({ maxRewindMs: PUSH.maxRewindMs }), this.state);
  readonly #queues = new Map<string, InputQueue>();
  readonly #inputs = new Map<string, readonly PlayerInput[]>();
  #events: GameEvent[] = [];
  #patchDue = false;

  override messages = {
    [ClientMessage.Rematch]: (client: Client) => this.#voteRematch(client),
    // A message that nobody knows is noise, not a reason to shout.
    _: () => {},
  };

  override async onCreate(options: JoinOptions): Promise<void> {
    const { deps } = this;
    this.#log = deps.log;
    const seed = deps.seed();
    const arena = chooseArena(deps.arenas, options.arena, seed);
    this.roomId = await deps.freeCode();
    this.#log = deps.log.child({ room: this.roomId });
    this.#password = options.password;
    this.#patchEvery = TICK_RATE / options.netRate;
    this.maxClients = options.maxPlayers;
    this.#world = createWorld(arena, {
      seed,
      mode: options.mode,
      ...(options.timeLimit === undefined ? {} : { timeLimit: options.timeLimit }),
    });
    this.#seats = new Seats(this.#world, this.state);
    this.#bots = new BotCrew(this.#seats, options.bots, options.botSkill, options.maxPlayers);
    this.state.arena = arena.id;
    this.state.mode = options.mode;
    this.state.maxPlayers = options.maxPlayers;
    this.state.netRate = options.netRate;
    this.state.private = options.private;
    this.state.crumbles.push(...this.#world.crumblePhases);
    await this.setPrivate(options.private);
    this.#publish();
    this.setFixedTimestep(() => this.#step(), TICK_RATE);
    // Patches go out inside the step, so that the two never drift apart. Not before the line above: a room
    // without a timestep would start a timer of its own that steals the time of ours.
    this.patchRate = null;
    this.#log.info(
      { arena: arena.id, maxPlayers: options.maxPlayers, private: options.private },
      "room opened",
    );
  }

  override onAuth(_client: Client, options: JoinOptions, _context: AuthContext): boolean {
    if (this.#password !== "" && options.password !== this.#password) {
      throw new ServerError(
        WRONG_PASSWORD,
        options.password === "" ? "This room has a password." : "That is not the password of this room.",
      );
    }
    return true;
  }

  override onJoin(client: Client, options: JoinOptions): void {
    const replica = this.#seats.take(client.sessionId, options.name, options.look);
    client.view = new StateView();
    client.view.add(replica);
    this.#queues.set(client.sessionId, new InputQueue());
    this.#bots.fill();
    this.#publish();
    this.#log.info({ session: client.sessionId, name: replica.name }, "player joined");
  }

  override onDrop(client: Client, code?: number): void {
    const replica = this.state.players.get(client.sessionId);
    if (replica === undefined || wasExpelled(client.ref)) return;
    replica.connected = false;
    // Not awaited: that would keep a kicked client's socket open. It rejects when nobody came back.
    this.allowReconnection(client, MATCH.reconnectGrace).catch(() => {});
    this.#countVotes();
    this.#log.info({ session: client.sessionId, code }, "connection lost");
  }

  override onReconnect(client: Client): void {
    const replica = this.state.players.get(client.sessionId);
    if (replica === undefined) return;
    replica.connected = true;
    client.view = new StateView();
    client.view.add(replica);
    this.#queues.set(client.sessionId, new InputQueue());
    this.#log.info({ session: client.sessionId }, "player is back");
  }

  override onLeave(client: Client, code?: number): void {
    if (!this.#seats.leave(client.sessionId)) return;
    this.#queues.delete(client.sessionId);
    this.#bots.fill();
    this.#countVotes();
    this.#publish();
    this.#log.info({ session: client.sessionId, code }, "player left");
  }

  override onUncaughtException(error: Error, method: string): void {
    // A refusal is an answer, not a fault.
    if (error.cause instanceof ServerError)
      this.#log.info({ reason: error.cause.message, method }, "refused");
    else this.#log.error({ err: error, cause: error.cause, method }, "room failed");
  }

  override onDispose(): void {
    this.#log.info("room closed");
  }

  #step(): void {
    this.stepClock.begin();
    this.#gatherInputs();
    const before = this.#world.phase;
    const events = step(this.#world, this.#inputs, DT, { seenBy: this.#seenBy });
    this.#events.push(...events);
    if (before !== this.#world.phase) this.#phaseChanged();
    if (this.#world.tick % this.#patchEvery === 0 && !this.#patchDue) {
      this.#patchDue = true;
      queueMicrotask(() => this.#patch());
    }
    this.stepClock.end();
  }

  #gatherInputs(): void {
    this.#inputs.clear();
    for (const [id, queue] of this.#queues) this.#inputs.set(id, queue.take(this.inputs.get(id)));
    this.#bots.think(this.#world, this.#inputs);
  }

  /**
   * Sends the world as it is once all steps that were due have run. A patch says which inputs it includes, and
   * Colyseus reads that when it sends: the state must not be older, or every page corrects itself for nothing.
   */
  #patch(): void {
    this.#patchDue = false;
    replicate(this.#world, this.state);
    if (this.#events.length > 0) {
      const batch: EventBatch = {
        time: this.clock.elapsedTime,
        tick: this.#world.tick,
        events: this.#events,
      };
      this.broadcast(ServerMessage.Events, batch, { afterNextPatch: true });
      this.#events = [];
    }
    this.broadcastPatch();
  }

  #voteRematch(client: Client): void {
    const replica = this.state.players.get(client.sessionId);
    if (replica === undefined || this.#world.phase !== "results") return;
    replica.ready = true;
    this.#countVotes();
  }

  /** Begins the rematch when everybody who is here wants it: after a vote, and after somebody is gone. */
  #countVotes(): void {
    if (this.#world.phase !== "results") return;
    const people = [...this.state.players.values()].filter((player) => !player.bot && player.connected);
    if (people.length === 0 || !people.every((player) => player.ready)) return;
    endPhase(this.#world, (event) => this.#events.push(event));
    this.#phaseChanged();
  }

  #phaseChanged(): void {
    for (const player of this.state.players.values()) player.ready = false;
    this.#publish();
  }

  /** Tells the room list how things are. */
  #publish(): void {
    const players = [...this.#world.players.values()];
    const bots = players.filter((player) => player.bot).length;
    const metadata: RoomMetadata = {
      open: this.#password === "" && !this.state.private,
      arena: this.#world.arena.name,
      mode: this.state.mode,
      phase: this.#world.phase,
      bots,
      players: players.length - bots,
      locked: this.#password !== "",
    };
    this.setMetadata(metadata).catch((error) => this.#log.warn({ err: error }, "the room list was not told"));
  }
}
