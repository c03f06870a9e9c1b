import { type AuthContext, type Client, CloseCode, Room, type Serializer, ServerError } from "@colyseus/core";
import { Seats } from "#room/seats.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import type { RoomCard } from "#shared/room-list.ts";
import type { World } from "#shared/simulation/types.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { InputState } from "#shared/state/input-state.ts";
import { AWAY, MATCH, NET } from "#shared/tunables.ts";
import type { RoomAnswer } from "../matchmaking/ask-room.ts";
import { accountOf, type RoomAccount } from "../matchmaking/budget.ts";
import { refusedWith } from "../matchmaking/refusal.ts";
import { RESERVATION_SECONDS } from "../matchmaking/reservations.ts";
import type { AdmittedOptions } from "../matchmaking/seat.ts";
import type { Log } from "../observability/log.ts";
import { type Audience, audienceOf } from "./audience/audience.ts";
import { EverybodySerializer } from "./audience/everybody-serializer.ts";
import { beginMatch } from "./begin-match.ts";
import { BotCrew } from "./bot-crew.ts";
import { freeHere } from "./codes.ts";
import type { Connections } from "./connections.ts";
import { describe } from "./describe.ts";
import { featureRoom } from "./feature-room.ts";
import { RoomFeatures } from "./features/room-features.ts";
import { Listing } from "./listing.ts";
import type { MatchLoop } from "./match-loop.ts";
import { openWorld } from "./open-world.ts";
import { type Places, placesOf } from "./places.ts";
import type { RoomDeps } from "./room-deps.ts";
import { BROKEN, RoomFaults } from "./room-faults.ts";
import type { RoomMetadata } from "./room-metadata.ts";
import type { Moving } from "./snapshot/moving.ts";
import { readSnapshot, type SavedRoom } from "./snapshot/snapshot.ts";
import { StepClock } from "./step-clock.ts";

/** One match after another in one arena, as Colyseus has it: this class connects the parts of a room with it and each other. */
export abstract class ArenaRoom extends Room<{
  state: ArenaState;
  metadata: RoomMetadata;
  input: InputState;
}> {
  /** Given by the server that defines the room type. */
  abstract readonly deps: RoomDeps;
  override state = new ArenaState();
  /** Also how long a room stays that nobody gets a seat in, as when Redis goes before whoever asked for it is told. */
  override seatReservationTimeout = RESERVATION_SECONDS;
  override inputs = this.defineInput(InputState, {
    bufferMaxSize: NET.inputBuffer + NET.holdTicks,
  });
  /** Intervals between steps and their lengths, for tests and metrics. */
  readonly stepClock = new StepClock();

  #log!: Log;
  #faults!: RoomFaults;
  #world!: World;
  #audience: Audience | undefined;
  #seats!: Seats;
  #places!: Places;
  #bots!: BotCrew;
  #features!: RoomFeatures;
  #listing!: Listing;
  #account!: RoomAccount;
  #loop: MatchLoop | undefined;
  #connections!: Connections;
  #moving!: Moving;
  readonly #ackOf = (sessionId: string): number => this.inputs.get(sessionId).consumedCount;

  /** A room of its own, or one that goes on here: `resume` is its snapshot, and no client can send one. */
  override async onCreate(created: AdmittedOptions & { readonly resume?: unknown }): Promise<void> {
    const { deps } = this;
    this.#log = deps.log;
    const saved = created.resume === undefined ? undefined : readSnapshot(created.resume, deps.arenas);
    const options = saved?.options ?? created;
    this.#world = saved?.world ?? openWorld(deps, options);
    this.roomId = saved === undefined ? await deps.freeCode() : freeHere(saved.code);
    this.#log = deps.log.child({ room: this.roomId });
    this.#faults = new RoomFaults(
      this.#log,
      () => deps.metrics.roomFault(),
      () => this.#close(CloseCode.WITH_ERROR, BROKEN),
    );
    this.maxClients = options.maxPlayers + MATCH.maxSpectators;
    const audience = audienceOf({
      clients: this.clients,
      world: this.#world,
      ackOf: this.#ackOf,
      interest: deps.interest,
    });
    this.#audience = audience;
    this.state = audience.state;
    this.#seats = new Seats(this.#world, this.state, (id) => audience.leave(id));
    this.#places = placesOf(this, options.maxPlayers, () => this.#features.all.spectators.inLine);
    this.#account = accountOf(options.from, () => this.#refill());
    this.#bots = new BotCrew(this.#seats, options.bots, options.botSkill, options.maxPlayers, (wanted) =>
      deps.budget.botsFor(this.#account, wanted),
    );
    describe(this.state, this.#world, options);
    const parts = { places: this.#places, bots: this.#bots, connections: () => this.#connections };
    const shared = featureRoom(this, parts, {
      world: this.#world,
      arenas: deps.arenas,
      options,
      log: this.#log,
      maxIdleMinutes: deps.maxIdleMinutes,
      awayTimes: deps.awayTimes ?? AWAY,
      iceServersFor: (id) => deps.iceServersFor?.(id) ?? [],
      close: (reason) => this.#close(CloseCode.NORMAL_CLOSURE, reason),
      endPhase: () => this.#loop?.endPhase(),
      enterPhase: (phase) => this.#loop?.enterPhase(phase),
      setBots: (...wanted) => this.#refill(wanted),
      publish: () => this.#listing.publish(),
    });
    this.#features = new RoomFeatures(shared, this.#faults);
    this.#listing = new Listing(this, shared, this.#features, deps);
    await this.setPrivate(options.private);
    this.#begin(audience, options, saved);
    this.#account.bots = this.#seats.bots.length;
    deps.budget.add(this.#account);
    this.#listing.open();
    const about = { arena: this.#world.arena.id, maxPlayers: options.maxPlayers, private: options.private };
    this.#log.info(about, saved === undefined ? "room opened" : "room goes on here");
  }

  /** How it is saved, and how it ends here when another process goes on with it: `createRoom(ROOM, { resume: snapshot })`. */
  get moving(): Moving {
    return this.#moving;
  }

  /** Whether the page of somebody who comes back may go on with the state that it has. */
  mayContinue(sessionId: string): boolean {
    return this.#connections.absences.mayContinue(sessionId);
  }

  /** Called by Colyseus for each new state: ours are sent in ways of their own. */
  override setSerializer(_serializer: Serializer<ArenaState>): void {
    super.setSerializer(this.#audience?.serializer ?? new EverybodySerializer(this.#ackOf));
  }

  /** Why somebody may not join, or undefined. Matchmaking asks again with the session when it has reserved a seat. */
  refuse(applicant: AdmittedOptions, sessionId?: string): string | undefined {
    if (this.#moving.isFrozen) return refusal("room_full", { code: this.roomId });
    return this.#features.refuse(applicant) ?? this.#places.refuse(applicant.role, sessionId);
  }

  /** What matchmaking has to know of this room before it reserves a seat for somebody. */
  ask(applicant: AdmittedOptions): RoomAnswer {
    return {
      refusal: this.refuse(applicant),
      processRefusal: this.deps.budget.full?.message,
      free: this.#places.freeForNewcomers(applicant.role),
    };
  }

  /** What whoever has the code may see before they join. */
  card(): RoomCard {
    return this.#listing.card();
  }

  override onAuth(client: Client, options: AdmittedOptions, _context: AuthContext): boolean {
    const why = this.refuse(options, client.sessionId);
    if (why === undefined) return true;
    const { code, message, reason } = refusedWith(why);
    this.deps.metrics.refused(reason);
    throw new ServerError(code, message);
  }

  override hasReservedSeat(sessionId: string, token?: string): boolean {
    this.#connections.absences.recall(token);
    return !this.#moving.isFrozen && super.hasReservedSeat(sessionId, token);
  }

  override checkReconnectionToken(token: string): string {
    this.#connections.absences.recall(token);
    // No seat has an empty token.
    return super.checkReconnectionToken(!this.#moving.isFrozen ? token : "");
  }

  override onJoin(client: Client, options: AdmittedOptions): void {
    this.#connections.join(client, options);
  }

  override onDrop(client: Client, code?: number): void {
    this.#connections.drop(client, code);
  }

  override onReconnect(client: Client): void {
    this.#connections.back(client);
  }

  override onLeave(client: Client, code?: number): void {
    this.#connections.leave(client, code);
  }

  override onUncaughtException(error: Error, method: string): void {
    // A refusal is an answer, not a fault.
    if (error.cause instanceof ServerError) {
      this.#log.info({ sparing: { reason: error.cause.message, method } }, "refused");
    } else this.#faults.note(method, error.cause ?? error);
  }

  override onDispose(): void {
    const moving: Moving | undefined = this.#moving;
    // It may have been refused before it began.
    if (moving === undefined) return;
    this.#loop?.stop();
    moving.gone();
    this.deps.audit.forget(this.roomId);
    this.deps.budget.remove(this.#account);
    this.#listing.remove();
    this.#log.info("room closed");
  }

  /** Brings the number of bots to what is wanted and allowed now. */
  #refill(wanted?: Parameters<BotCrew["change"]>): void {
    if (wanted !== undefined) this.#bots.change(...wanted);
    if (!this.#bots.fill()) return;
    this.#account.bots = this.#seats.bots.length;
    this.#listing.publish();
  }

  #begin(audience: Audience, created: AdmittedOptions, saved: SavedRoom | undefined): void {
    const { loop, connections, moving } = beginMatch({
      room: this,
      created,
      saved,
      world: this.#world,
      audience,
      bots: this.#bots,
      faults: this.#faults,
      features: this.#features,
      stepClock: this.stepClock,
      deps: this.deps,
      seats: this.#seats,
      places: this.#places,
      people: this.#account.people,
      log: this.#log,
      listing: this.#listing,
      refill: () => this.#refill(),
    });
    this.#loop = loop;
    this.#connections = connections;
    this.#moving = moving;
  }

  /** Closes the room for good, with a reason to everybody in it. */
  #close(code: number, reason: string): void {
    this.#loop?.stop();
    for (const client of this.clients) client.leave(code, reason);
    this.disconnect(code).catch((error) => this.#faults.note("disconnect", error));
  }
}
