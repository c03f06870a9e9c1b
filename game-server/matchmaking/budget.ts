import type { Config } from "../config.ts";
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
 * before bots: when they come and the process is full, bots leave. `share` is set by how busy the machine is.
 */
export class Budget {
  readonly #limits: BudgetLimits;
  readonly #rooms = new Set<RoomAccount>();
  /** Addresses whose rooms are being opened at this moment. */
  readonly #opening: string[] = [];
  #share = 1;
  #busy = false;

  constructor(limits: BudgetLimits) {
    this.#limits = limits;
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

  add(room: RoomAccount): void {
    this.#rooms.add(room);
  }

  remove(room: RoomAccount): void {
    this.#rooms.delete(room);
    this.settle();
  }

  /** How many of the bots that a room wants it may have now. */
  botsFor(room: RoomAccount, wanted: number): number {
    const { maxCharacters, maxCharactersPerAddress, maxCharactersPerRoom } = this.#limits;
    const left = Math.min(
      maxCharactersPerRoom - room.people.size,
      maxCharactersPerAddress - (this.charactersOf(room.openedBy) - room.bots),
      maxCharacters - (this.characters - room.bots),
    );
    return Math.max(0, Math.min(Math.floor(wanted * this.#share), left));
  }

  /** Characters that an address answers for: the people who came from it, and the bots of the rooms that it opened. */
  charactersOf(address: string): number {
    return sum(
      this.#rooms,
      (room) => peopleFrom(room, address) + (room.openedBy === address ? room.bots : 0),
    );
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
    if (held + opening >= maxRoomsPerAddress) {
      throw refused("rooms_of_address", { rooms: maxRoomsPerAddress });
    }
    if (maxPlayers > maxCharactersPerRoom && !fewerBots) {
      throw refused("room_too_large", { seats: maxCharactersPerRoom });
    }
    if (!elsewhere) {
      this.admit(address);
      if (!fewerBots) this.#checkBots(address, bots);
    }
    this.#opening.push(address);
    return () => {
      const at = this.#opening.indexOf(address);
      if (at >= 0) this.#opening.splice(at, 1);
    };
  }

  /** Checks that there is a place for one more person. @throws Refusal */
  admit(address: string): void {
    const refusal = this.refuse(address);
    if (refusal !== undefined) throw refusal;
  }

  /** Why there is no place for one more person, or undefined. */
  refuse(address: string): Refusal | undefined {
    const { maxCharacters, maxCharactersPerAddress } = this.#limits;
    if (this.people >= maxCharacters) {
      return refused("players_full", { players: maxCharacters });
    }
    const own = sum(this.#rooms, (room) => peopleFrom(room, address));
    return own < maxCharactersPerAddress ? undefined : refused("players_of_address", { players: own });
  }

  #checkBots(address: string, bots: number): void {
    const { maxCharacters, maxCharactersPerAddress } = this.#limits;
    // One character is the person who opens the room.
    const own = Math.max(0, maxCharactersPerAddress - this.charactersOf(address) - 1);
    if (bots > own) {
      throw refused("bots_of_address", { count: own, wanted: bots });
    }
    const left = Math.max(0, maxCharacters - this.characters - 1);
    if (bots > left) {
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
