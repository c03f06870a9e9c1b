import { type Client, CloseCode, type Room } from "@colyseus/core";
import { countIn, countOut } from "#colyseus/server/absent-clients.ts";
import { isJoining } from "#colyseus/server/confirmation.ts";
import { sendFullState } from "#colyseus/server/full-state.ts";
import type { Dress, Seats } from "#room/seats.ts";
import { type IdentityMessage, ServerMessage } from "#shared/messages.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import { sessionOf } from "#transports/pipeline/session.ts";
import type { AdmittedOptions } from "../matchmaking/seat.ts";
import type { Log } from "../observability/log.ts";
import { Absences } from "./absences.ts";
import type { Audience } from "./audience/audience.ts";
import { showOwnBody } from "./audience/own-body.ts";
import type { RoomFeatures } from "./features/room-features.ts";
import { type Places, seatRoleOf } from "./places.ts";
import type { RoomDeps } from "./room-deps.ts";

/** Time (ms) that a connection has to say that it is in, once it has its seat: many round trips of the slowest line. */
const CONFIRM_MS = 15_000;

export interface ConnectionsOptions {
  readonly room: Room;
  readonly audience: Audience;
  readonly seats: Seats;
  readonly places: Pick<Places, "free">;
  /** Whose seats they are: the address of each person who plays, by session id. */
  readonly people: Map<string, string>;
  readonly log: Log;
  readonly deps: Pick<RoomDeps, "budget" | "metrics" | "reservations">;
  /** Begins to take the inputs of a new connection. */
  readonly receive: (client: Client) => void;
  /** Drops the inputs that have come from somebody who plays no more, for now. */
  readonly rest: (id: string) => void;
  /** Are told who comes and goes. */
  readonly features: RoomFeatures;
  /** Somebody has come or gone for good. */
  readonly changed: () => void;
  /** Lets go of all that is kept of somebody who has gone. */
  readonly forget: (id: string) => void;
}

/** The people in a room by their connections: they join, drop out, return and leave. */
export class Connections {
  readonly #options: ConnectionsOptions;
  /** Those whose lines are cut. */
  readonly absences: Absences;
  #isOver = false;

  constructor(options: ConnectionsOptions) {
    this.#options = options;
    this.absences = new Absences(options.room);
  }

  /** The room goes on elsewhere: whoever leaves it here has not left it. */
  close(): void {
    this.#isOver = true;
  }

  /** Keeps the seats of people from a saved room, as if their lines had just been cut; by session what they can come back with. */
  restore(saved: ReadonlyMap<string, readonly string[]>): void {
    const { room, audience, people, features, log } = this.#options;
    const { seats } = audience.state;
    const cut = [...saved.keys()].filter((id) => seats.get(id)?.connected === true);
    for (const id of cut) Object.assign(seats.get(id) ?? {}, { connected: false });
    countIn(room, saved.size);
    for (const [id, tokens] of saved) {
      if (seats.get(id)?.role === "player") people.set(id, this.#addressOf(id));
      this.absences.keepFromElsewhere(id, tokens, (client) => {
        this.leave(client, CloseCode.FAILED_TO_RECONNECT);
        countOut(room).catch((error) => log.warn({ err: error }, "the room list was not told"));
      });
    }
    for (const id of cut) features.dropped(id);
  }

  join(client: Client, options: AdmittedOptions): void {
    const { audience, seats, people, features, deps, log } = this.#options;
    const { sessionId: id } = client;
    deps.reservations.taken(client.sessionId);
    const { latecomers } = features.all;
    const role = seatRoleOf(options.role);
    const plays = role === "player";
    if (plays && !latecomers.mustWait) seats.take(id, options.name, options.look);
    else seats.sit(id, options.name, options.look, role);
    // Only with the seat, of which it is let go with it. Who only watches costs no step, and counts as a connection alone.
    if (plays) people.set(id, options.from ?? "");
    this.#furnish(client);
    if (options.newToken !== undefined) {
      const identity: IdentityMessage = { token: options.newToken };
      client.send(ServerMessage.Identity, identity);
    }
    features.join({ id, guest: options.guest ?? id, address: options.from ?? "" });
    if (plays) latecomers.admit(id);
    this.#peopleChanged();
    deps.metrics.joined();
    const name = audience.state.seats.get(id)?.name;
    log.info({ session: id, name, role: options.role }, "player joined");
  }

  /** Why somebody who only watches may not take a seat of the match now, as a refusal. */
  refuseSeat(id: string): string | undefined {
    const { places, deps } = this.#options;
    if (places.free("player") <= 0) return refusal("no_free_seat");
    return deps.budget.refuse(this.#addressOf(id))?.message;
  }

  /** Somebody who only watched has a seat of the match from now on; their character comes with it, or later. */
  takeSeat(id: string): void {
    const { seats, people } = this.#options;
    seats.makePlayer(id);
    people.set(id, this.#addressOf(id));
    this.#peopleChanged();
  }

  /** Gives somebody who has none a character; whoever has one keeps it, and whoever has no seat gets none. */
  giveBody(id: string): void {
    const { room, audience, seats, people, log } = this.#options;
    if (!audience.state.seats.has(id) || audience.state.players.has(id)) return;
    people.set(id, this.#addressOf(id));
    const replica = seats.giveBody(id);
    // A line that is cut has no view: the next one begins with the character in it.
    const view = room.clients.get(id)?.view;
    if (view !== undefined) showOwnBody(view, replica);
    this.#peopleChanged();
    log.info({ sparing: { session: id } }, "player got a character");
  }

  /** Takes the character and the seat of somebody who watches from now on. */
  takeBody(id: string): void {
    const { audience, seats, people, log, rest } = this.#options;
    audience.hide(id);
    seats.takeBody(id);
    people.delete(id);
    rest(id);
    this.#peopleChanged();
    log.info({ sparing: { session: id } }, "player watches");
  }

  /** Gives somebody another name, another look or both. */
  dress(id: string, wanted: Dress): void {
    this.#options.seats.dress(id, wanted);
    this.#options.changed();
  }

  drop(client: Client, code: number | undefined): void {
    const { audience, features, deps, log } = this.#options;
    const seat = audience.state.seats.get(client.sessionId);
    if (seat === undefined || this.#isOver || sessionOf(client)?.expelled) return;
    seat.connected = false;
    this.absences.keep(client);
    features.dropped(client.sessionId);
    deps.metrics.dropped();
    log.info({ session: client.sessionId, code }, "connection lost");
  }

  back(client: Client): void {
    const { audience, features, deps, log } = this.#options;
    const seat = audience.state.seats.get(client.sessionId);
    if (seat === undefined) return;
    seat.connected = true;
    this.absences.over(client.sessionId);
    this.#furnish(client);
    features.back(client.sessionId);
    deps.metrics.reconnected();
    log.info({ session: client.sessionId }, "player is back");
  }

  /** Puts somebody out at once and for good, also who is being waited for. `reason` is a refusal, which they are told. */
  expel(id: string, reason: string): void {
    const connected = this.#options.room.clients.get(id);
    const client = connected ?? this.absences.clientOf(id);
    if (client === undefined) return;
    connected?.leave(CloseCode.WITH_ERROR, reason);
    this.absences.giveUp(id);
    // The seat goes with them, and does not wait for their end of the connection.
    this.leave(client, CloseCode.WITH_ERROR);
  }

  leave(client: Client, code: number | undefined): void {
    if (this.#isOver) return;
    const { seats, people, features, deps, log, forget } = this.#options;
    this.absences.forget(client.sessionId);
    if (!seats.leave(client.sessionId)) return;
    people.delete(client.sessionId);
    forget(client.sessionId);
    features.leave(client.sessionId);
    this.#peopleChanged();
    deps.metrics.left();
    log.info({ session: client.sessionId, code }, "player left");
  }

  /** Somebody has come, gone, or begun or ceased to play: what bots there may be is another matter now, here and elsewhere. */
  #peopleChanged(): void {
    this.#options.changed();
    this.#options.deps.budget.settle();
  }

  #addressOf(id: string): string {
    return this.#options.features.people.get(id)?.address ?? "";
  }

  /** Gives a connection what it needs: the first one of a player, and those after a drop. */
  #furnish(client: Client): void {
    const { room, audience, log, deps, receive } = this.#options;
    client.view = audience.enter(client.sessionId, audience.state.players.get(client.sessionId));
    const session = sessionOf(client);
    session?.keepLatest({
      resume: () => sendFullState(room, client),
      tell(event) {
        if (event === "caught up") deps.metrics.resynced(session.transport);
        log.debug({ session: client.sessionId }, `player ${event}`);
      },
    });
    receive(client);
    this.#expectConfirmation(client);
  }

  /** Ends a connection that never says that it is in: Colyseus keeps all that it is told until then. */
  #expectConfirmation(client: Client): void {
    const deadline = this.#options.room.clock.setTimeout(() => {
      if (!isJoining(client)) return;
      client.leave(CloseCode.WITH_ERROR, refusal("not_begun"));
    }, CONFIRM_MS);
    // It holds the connection, of which nothing is to be kept.
    client.ref.once("close", () => deadline.clear());
  }
}
