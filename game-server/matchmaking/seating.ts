import { type AuthContext, type IRoomCache, matchMaker } from "@colyseus/core";
import { ROOM } from "#shared/messages.ts";
import type { RefusalReason } from "../observability/metrics.ts";
import type { RoomMetadata } from "../rooms/room-metadata.ts";
import type { Addresses } from "./addresses.ts";
import { askRoom, invoke, isNoSeat, playersIn, type RoomAnswer, reserveIn, settle } from "./ask-room.ts";
import type { Budget } from "./budget.ts";
import type { JoinOptions } from "./join-options.ts";
import { Refusal, refused, refusedWith } from "./refusal.ts";
import type { MatchmakeRequest } from "./request.ts";
import type { Reservations } from "./reservations.ts";
import { roleOf } from "./roles.ts";
import { inventedRoomName } from "./room-names.ts";
import type { AdmittedOptions, SeatReservation } from "./seat.ts";

/** Who asks, and for what a room is told of them. */
export interface Asking {
  /** The address that limits are counted by. */
  readonly address: string;
  readonly context: AuthContext;
  /** Called before a room is opened. @throws Refusal when this address may not. */
  mayOpen(): Promise<void>;
}

/** What seats need of the processes that have the rooms. */
export interface RoomProcesses {
  /** What an address holds in the others. */
  readonly addresses: Pick<Addresses, "lookUp">;
  /** There are no others. */
  readonly isAlone: boolean;
  /** Asks the rooms. What they cannot answer any more, because they cannot be asked, is refused. @throws Refusal */
  ask<T>(question: () => Promise<T>): Promise<T>;
  /** Sees to it that the room of a code can be asked, if there is one. @throws Refusal when that takes a moment longer */
  awaken(code: string): Promise<void>;
  /** The process that a room with so many bots is to be opened on; undefined: this one. @throws Refusal when none has room for it. */
  place(bots: number): Promise<string | undefined>;
  /** Lets one process at a time open a room for a purpose. */
  oneAtATime<T>(purpose: string, open: () => Promise<T>): Promise<T>;
}

/** Says who somebody is, by the token that they show. */
export interface Guests {
  identify(token: string): Promise<{ readonly id: string; readonly token?: string }>;
}

/** Gives out seats: all limits are asked here, before Colyseus reserves anything. */
export class Seating {
  readonly #guests: Guests;
  readonly #budget: Budget;
  readonly #reservations: Reservations;
  readonly #processes: RoomProcesses;
  /** By mode: the room that quick play opens at this moment, which others who come meanwhile are to share. */
  readonly #opening = new Map<string, Promise<unknown>>();

  constructor(budget: Budget, reservations: Reservations, guests: Guests, processes: RoomProcesses) {
    this.#guests = guests;
    this.#processes = processes;
    this.#budget = budget;
    this.#reservations = reservations;
  }

  /** Reserves the seat that was asked for. @throws Refusal, or what Colyseus throws. */
  reserve(asked: MatchmakeRequest, asking: Asking): Promise<SeatReservation> {
    return this.#processes.ask(async () => {
      if ("code" in asked) await this.#processes.awaken(asked.code);
      return this.#reserve(asked, asking);
    });
  }

  async #reserve(asked: MatchmakeRequest, asking: Asking): Promise<SeatReservation> {
    if (asked.method === "reconnect") {
      return invoke("reconnect", asked.code, { reconnectionToken: asked.token }, asking.context);
    }
    const options = await this.#introduce(asked.options, asking.address);
    await this.#processes.addresses.lookUp(asking.address);
    switch (asked.method) {
      case "joinById":
        return this.#joinByCode(asked.code, options, asking);
      case "create":
        return this.#create(options, asking, false);
      case "joinOrCreate":
        return this.#quickPlay(options, asking);
    }
  }

  /** What a room is told of somebody: who they are, and not what proves it. */
  async #introduce(options: JoinOptions, from: string): Promise<AdmittedOptions> {
    const { id, token } = await this.#guests.identify(options.token);
    const admitted: AdmittedOptions = { ...options, token: "", from, guest: id };
    return token === undefined ? admitted : { ...admitted, newToken: token };
  }

  async #joinByCode(code: string, options: AdmittedOptions, asking: Asking): Promise<SeatReservation> {
    const [room] = await matchMaker.query({ roomId: code });
    if (room === undefined) throw refused("no_room", { code });
    const answer = await askRoom(code, options);
    if (answer.free > 1) return this.#join(room, options, asking, answer);
    await this.#reservations.takenBy(asking.address, code);
    return this.#join(room, options, asking, await askRoom(code, options));
  }

  async #join(
    room: IRoomCache,
    options: AdmittedOptions,
    asking: Asking,
    { refusal, processRefusal, free }: RoomAnswer,
  ): Promise<SeatReservation> {
    const { address, context } = asking;
    const code = room.roomId;
    if (refusal !== undefined) throw refusedWith(refusal);
    if (room.locked) throw refused("room_full", { code });
    if (roleOf(options.role).hasBody) {
      const isElsewhere = room.processId !== matchMaker.processId;
      if (isElsewhere && processRefusal !== undefined) throw refusedWith(processRefusal);
      this.#budget.admit(address, isElsewhere);
    }
    const ticket = this.#reservations.ask(address, { code, free });
    return settle(ticket, reserveIn(code, options, context));
  }

  async #create(options: AdmittedOptions, asking: Asking, fewerBots: boolean): Promise<SeatReservation> {
    const { address, context, mayOpen } = asking;
    const { maxPlayers, bots } = options;
    await mayOpen();
    const on = await this.#processes.place(fewerBots ? 0 : bots);
    const opened = this.#budget.open({ address, maxPlayers, bots, fewerBots, elsewhere: on !== undefined });
    try {
      const ticket = this.#reservations.ask(address);
      // The other process knows the limits of the address only when it has a room from there.
      const fewer = { bots: Math.min(bots, this.#budget.botsLeft(address)) };
      const placed = on === undefined ? options : { ...options, ...fewer, on };
      return await settle(ticket, invoke("create", ROOM, placed, context));
    } finally {
      opened();
    }
  }

  async #quickPlay(options: AdmittedOptions, asking: Asking): Promise<SeatReservation> {
    const { mode } = options;
    const joined = await this.#joinAny(options, asking);
    if (joined !== undefined) return joined;
    const opening = this.#opening.get(mode);
    if (opening !== undefined) {
      // How it went is the matter of whoever opens it.
      await Promise.allSettled([opening]);
      const shared = await this.#joinAny(options, asking);
      if (shared !== undefined) return shared;
    }
    const created = this.#processes.oneAtATime(`quick play: ${mode}`, () =>
      this.#openForAll(options, asking),
    );
    this.#opening.set(mode, created);
    try {
      return await created;
    } finally {
      if (this.#opening.get(mode) === created) this.#opening.delete(mode);
    }
  }

  /** A seat in a room that another process has opened meanwhile, or in a new one. */
  async #openForAll(options: AdmittedOptions, asking: Asking): Promise<SeatReservation> {
    // It belongs to nobody, so it is not called after whoever comes first.
    const roomName = inventedRoomName(Math.random());
    const create = () => this.#create({ ...options, roomName }, asking, true);
    // Alone, nobody else can have opened one since the list was asked.
    if (this.#processes.isAlone) return create();
    return (await this.#joinAny(options, asking)) ?? create();
  }

  /** A seat in the fullest room that anybody may go to and where the mode is played, or undefined. */
  async #joinAny(options: AdmittedOptions, asking: Asking): Promise<SeatReservation | undefined> {
    const rooms = await matchMaker.query({ name: ROOM, private: false, locked: false });
    const open = rooms.filter((room) => {
      const about: Partial<RoomMetadata> = room.metadata ?? {};
      return about.open === true && about.mode === options.mode;
    });
    for (const room of open.sort((a, b) => playersIn(b) - playersIn(a) || b.clients - a.clients)) {
      try {
        return await this.#join(room, options, asking, await askRoom(room.roomId, options));
      } catch (error) {
        // Somebody else was quicker, or it is not for this person: the next one will do.
        const isRoomsOwn = error instanceof Refusal ? this.#isRoomsOwn(error) : isNoSeat(error);
        if (!isRoomsOwn) throw error;
      }
    }
    return undefined;
  }

  /** Whether a refusal says something of one room, or of its process while there are others. */
  #isRoomsOwn({ reason }: Refusal): boolean {
    return REASONS_OF_ROOMS.has(reason) || (reason === "server_full" && !this.#processes.isAlone);
  }
}

/** Refusals that say something of one room: another one may have a seat. */
const REASONS_OF_ROOMS: ReadonlySet<RefusalReason> = new Set(["room_full", "password", "kept_out"]);
