import type { Config } from "../config.ts";
import { type Elsewhere, NOBODY_ELSE, type Tally } from "./addresses.ts";
import { type Refusal, refused } from "./refusal.ts";

/** What a process and an address may hold. */
export type BudgetLimits = Pick<
  Config,
  "maxRooms" | "maxRoomsPerAddress" | "maxCharacters" | "maxCharactersPerAddress" | "maxCharactersPerRoom"
>;

/** What the budget knows of a room. */
export interface RoomAccount {
  /** Address of whoever opened it. */
  readonly openedBy: string;
  /** Address by session of the people who play in it. Who only watches costs no step, and counts as a connection alone. */
  readonly people: Map<string, string>;
  bots: number;
  /** Brings the number of bots to what is wanted and allowed now. */
  refill(): void;
}

/** The account of a room that somebody opens, with nobody in it. */
export function accountOf(openedBy = "", refill: () => void): RoomAccount {
  return { openedBy, people: new Map(), bots: 0, refill };
}

/** What somebody asks for who opens a room. */
export interface RoomWish {
  address: string;
  maxPlayers: number;
  bots: number;
  /** Quick play takes fewer bots where there is no room for as many; whoever asked for them is told instead. */
  fewerBots: boolean;
  /** It is opened by another process, which says by itself whether it has room. */
  elsewhere?: boolean;
}

/**
 * Counts what costs: rooms, and the characters in them, people and bots, for the process, by address and by room. People come
 * before bots: when they come and the process is full, bots leave. `share` is set by how busy the machine is. What an address
 * holds in other processes counts against its limits here.
 */
export class Budget {
  readonly #limits: BudgetLimits;
  readonly #elsewhere: Elsewhere;
  readonly #rooms = new Set<RoomAccount>();
  /** Addresses whose rooms are being opened at this moment. */
  readonly #opening: string[] = [];
  #share = 1;
  #busy = false;

  constructor(limits: BudgetLimits, elsewhere = NOBODY_ELSE) {
    this.#limits = limits;
    this.#elsewhere = elsewhere;
  }

  /** Characters of all rooms. */
  get characters(): number {
    return sum(this.#rooms, (room) => room.people.size + room.bots);
  }

  get rooms(): number {
    return this.#rooms.size;
  }

  /** People who play, of all rooms. */
  get people(): number {
    return sum(this.#rooms, (room) => room.people.size);
  }

  /** Why this process opens no more rooms, or undefined. */
  get refusal(): Refusal | undefined {
    if (this.#busy) return refused("server_busy");
    if (this.rooms + this.#opening.length >= this.#limits.maxRooms) return refused("rooms_full");
    return undefined;
  }

  /** Why nobody more can play in this process, or undefined. */
  get full(): Refusal | undefined {
    const { maxCharacters } = this.#limits;
    return this.people < maxCharacters ? undefined : refused("players_full", { players: maxCharacters });
  }

  /** Characters that there is room for. */
  get left(): number {
    return Math.max(0, this.#limits.maxCharacters - this.characters);
  }

  add(room: RoomAccount): void {
    this.#rooms.add(room);
    this.#elsewhere.changed();
  }

  remove(room: RoomAccount): void {
    this.#rooms.delete(room);
    this.settle();
  }

  /** How many of the bots that a room wants it may have now. */
  botsFor(room: RoomAccount, wanted: number): number {
    const { maxCharacters, maxCharactersPerAddress, maxCharactersPerRoom } = this.#limits;
    const { people, bots } = this.#elsewhere.held(room.openedBy);
    const own = maxCharactersPerAddress - (this.#charactersHere(room.openedBy) - room.bots);
    const left = Math.min(
      maxCharactersPerRoom - room.people.size,
      own,
      // What is held elsewhere lets no more come, but drives none away: two processes would make room for each other for ever.
      Math.max(room.bots, own - people - bots),
      maxCharacters - (this.characters - room.bots),
    );
    return Math.max(0, Math.min(Math.floor(wanted * this.#share), left));
  }

  /** Bots that somebody from an address may have who opens a room: one character is they themselves. */
  botsLeft(address: string): number {
    const { people, bots } = this.#elsewhere.held(address);
    const held = this.#charactersHere(address) + people + bots;
    return Math.max(0, this.#limits.maxCharactersPerAddress - held - 1);
  }

  /** Adds what addresses hold here. */
  count(tally: Tally): void {
    for (const { openedBy, people, bots } of this.#rooms) {
      tally.add(openedBy, "rooms");
      tally.add(openedBy, "bots", bots);
      for (const from of people.values()) tally.add(from, "people");
    }
  }

  /** Follows what the machine can do: whether new rooms are refused, and which share of their bots all rooms may have. */
  adapt(busy: boolean, share: number): void {
    this.#busy = busy;
    if (share === this.#share) return;
    this.#share = share;
    for (const room of this.#rooms) room.refill();
  }

  /** Gives bots up where there are too many, and lets them in where there is room again. */
  settle(): void {
    const rooms = [...this.#rooms].sort((a, b) => b.bots - a.bots);
    for (const room of rooms) room.refill();
    this.#elsewhere.changed();
  }

  /**
   * Begins to open a room. Returns what is to be called when it is open, or was not opened.
   * @throws Refusal when it cannot be.
   */
  open({ address, maxPlayers, bots, fewerBots, elsewhere }: RoomWish): () => void {
    const { maxRoomsPerAddress, maxCharactersPerRoom } = this.#limits;
    const { refusal } = this;
    if (refusal !== undefined && !elsewhere) throw refusal;
    const held = sum(this.#rooms, (room) => (room.openedBy === address ? 1 : 0));
    const opening = sum(this.#opening, (from) => (from === address ? 1 : 0));
    if (held + opening + this.#elsewhere.held(address).rooms >= maxRoomsPerAddress) {
      throw refused("rooms_of_address", { rooms: maxRoomsPerAddress });
    }
    if (maxPlayers > maxCharactersPerRoom && !fewerBots) {
      throw refused("room_too_large", { seats: maxCharactersPerRoom });
    }
    this.admit(address, elsewhere);
    if (!fewerBots) this.#checkBots(address, bots, elsewhere);
    this.#opening.push(address);
    return () => {
      const at = this.#opening.indexOf(address);
      if (at >= 0) this.#opening.splice(at, 1);
    };
  }

  /** Checks that there is a place for one more person, here or elsewhere, where that process is asked too. @throws Refusal */
  admit(address: string, elsewhere = false): void {
    const refusal = elsewhere ? this.#refuseAddress(address) : this.refuse(address);
    if (refusal !== undefined) throw refusal;
  }

  /** Why there is no place for one more person, or undefined. */
  refuse(address: string): Refusal | undefined {
    return this.full ?? this.#refuseAddress(address);
  }

  #refuseAddress(address: string): Refusal | undefined {
    const { maxCharactersPerAddress } = this.#limits;
    const here = sum(this.#rooms, (room) => peopleFrom(room, address));
    const own = here + this.#elsewhere.held(address).people;
    return own < maxCharactersPerAddress ? undefined : refused("players_of_address", { players: own });
  }

  /** Characters that an address answers for: the people who came from it, and the bots of the rooms that it opened. */
  #charactersHere(address: string): number {
    return sum(
      this.#rooms,
      (room) => peopleFrom(room, address) + (room.openedBy === address ? room.bots : 0),
    );
  }

  #checkBots(address: string, bots: number, elsewhere = false): void {
    const own = this.botsLeft(address);
    if (bots > own) {
      throw refused("bots_of_address", { count: own, wanted: bots });
    }
    const left = Math.max(0, this.left - 1);
    if (bots > left && !elsewhere) {
      throw refused("bots_of_server", { count: left, wanted: bots });
    }
  }
}

function peopleFrom({ people }: RoomAccount, address: string): number {
  return sum(people.values(), (from) => (from === address ? 1 : 0));
}

function sum<T>(items: Iterable<T>, of: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += of(item);
  return total;
}
