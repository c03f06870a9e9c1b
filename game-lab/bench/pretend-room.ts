import { type Client, ClientState } from "@colyseus/core";
import { type Decoder, decode, Reflection, type StateView } from "@colyseus/schema";
import { replicate, replicateTime } from "#room/replicate.ts";
import { Seats } from "#room/seats.ts";
import { type Audience, audienceOf } from "#server/rooms/audience/audience.ts";
import { showOwnBody } from "#server/rooms/audience/own-body.ts";
import { type EventBatch, ServerMessage } from "#shared/messages.ts";
import type { GameEvent, World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { unfold } from "#shared/state/unfold.ts";
import { decodeMessagePack } from "#transports/pipeline/message-pack.ts";

const NO_INPUTS = (): number => 0;

/** A page that takes in what a room sends: the real decoder, and the bytes as they came. */
export class PretendClient {
  readonly sessionId: string;
  readonly state = ClientState.JOINED;
  view: StateView | undefined;
  /** Every frame since the start, with its first byte. */
  readonly frames: Uint8Array[] = [];
  /** It keeps the newest frame and decodes nothing: for whoever only weighs them. */
  deaf = false;
  /** What it was told of, in order. */
  readonly events: GameEvent[] = [];
  #decoder: Decoder<ArenaState>;

  constructor(sessionId: string, handshake: Uint8Array) {
    this.sessionId = sessionId;
    this.#decoder = Reflection.decode<ArenaState>(handshake);
    unfold(this.#decoder);
  }

  /** What the page knows. */
  get seen(): ArenaState {
    return this.#decoder.state;
  }

  raw(frame: Uint8Array): void {
    if (this.deaf) {
      this.frames[0] = frame;
      this.frames.length = 1;
      return;
    }
    this.frames.push(frame.slice());
    this.#decoder.decode(frame, { offset: 1 });
  }

  /** A whole state, which also says what is there no more. */
  reset(frame: Uint8Array): void {
    this.frames.push(frame.slice());
    this.#decoder.decodeResync(frame, { offset: 1 });
  }

  /** Takes in a message, of which it only keeps events. */
  enqueueRaw(frame: Uint8Array): void {
    if (this.deaf) return;
    const it = { offset: 1 };
    if (decode.string(frame, it) !== ServerMessage.Events) return;
    const { events } = decodeMessagePack(frame.subarray(it.offset)) as EventBatch;
    this.events.push(...events);
  }
}

/** What a room does between its world and its clients, without Colyseus' matchmaking, timers and sockets. */
export class PretendRoom {
  readonly state: ArenaState;
  readonly clients: PretendClient[] = [];
  readonly seats: Seats;
  readonly #world: World;
  readonly #audience: Audience;

  /** By the mode of the world it is a room for a crowd or an ordinary one. */
  constructor(world: World) {
    this.#world = world;
    this.#audience = audienceOf({ clients: this.clients as unknown as Client[], world, ackOf: NO_INPUTS });
    this.state = this.#audience.state;
    this.#audience.serializer.reset(this.state);
    this.seats = new Seats(world, this.state, (id) => this.#audience.leave(id));
  }

  /** Somebody takes a seat, with a character, and gets the whole state. */
  join(id: string): PretendClient {
    this.seats.take(id, id, 0);
    return this.#open(id);
  }

  /** Somebody takes a seat who only watches, and gets the whole state. */
  watch(id: string): PretendClient {
    this.seats.sit(id, id, 0, "spectator");
    return this.#open(id);
  }

  /** Somebody who watches gets a character. */
  giveBody({ sessionId, view }: PretendClient): void {
    const replica = this.seats.giveBody(sessionId);
    if (view !== undefined) showOwnBody(view, replica);
  }

  /** Somebody who plays watches from now on. */
  takeBody(id: string): void {
    this.#audience.hide(id);
    this.seats.takeBody(id);
  }

  /** Somebody who watches wants to see what is near to this character. */
  follow(id: string, target: string): void {
    this.#audience.follow(id, target);
  }

  #open(id: string): PretendClient {
    const client = new PretendClient(id, this.#audience.serializer.handshake?.() ?? new Uint8Array());
    this.clients.push(client);
    this.enter(client);
    client.raw(this.full(client));
    return client;
  }

  /** What a connection gets, the first and those after a drop. */
  enter(client: PretendClient): void {
    client.view = this.#audience.enter(client.sessionId, this.state.players.get(client.sessionId));
  }

  /** The whole state as a client is to see it. */
  full(client: PretendClient): Uint8Array {
    return this.#audience.serializer.getFullState(client as unknown as Client);
  }

  leave(id: string): void {
    this.seats.leave(id);
    const index = this.clients.findIndex(({ sessionId }) => sessionId === id);
    if (index >= 0) this.clients.splice(index, 1);
  }

  /** Ids of the characters that a client is shown, with its own. */
  shownTo({ sessionId }: PretendClient): string[] {
    const { shownTo } = this.#audience;
    return shownTo === undefined ? [...this.state.players.keys()] : [sessionId, ...shownTo(sessionId)];
  }

  /** Brings the state in step with the world and sends what changed. */
  patch(events: readonly GameEvent[] = []): void {
    replicateTime(this.#world, this.state);
    replicate(this.#world, this.state);
    this.#audience.beforePatch(events);
    this.#audience.serializer.applyPatches(this.clients as unknown as Client[], this.state);
  }
}
