import { packLook, unpackLook } from "#shared/look.ts";
import { ENDLESS } from "#shared/simulation/modes/mode.ts";
import type { World } from "#shared/simulation/types.ts";
import { addPlayer, removePlayer } from "#shared/simulation/world.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { PlayerState } from "#shared/state/player-state.ts";
import { type Seat, type SeatRole, SeatState } from "#shared/state/seat-state.ts";
import { distinctLook, sameColor } from "./distinct-look.ts";
import { cleanName, uniqueName } from "./names.ts";
import { replicateBody, replicateSeat } from "./replicate.ts";
import { SmallIds } from "./small-ids.ts";

/** What somebody wants to be called and to look like; what is left out stays as it is. */
export interface Dress {
  readonly name?: string | undefined;
  readonly look?: number | undefined;
}

/** Who sits where: keeps the players of the world and those of the state the same. */
export class Seats {
  readonly #world: World;
  readonly #state: ArenaState;
  readonly #leaving: (id: string) => void;
  readonly #smallIds: SmallIds;

  /** `leaving` is called before somebody is taken out of the state. */
  constructor(world: World, state: ArenaState, leaving: (id: string) => void = () => {}) {
    this.#world = world;
    this.#state = state;
    this.#leaving = leaving;
    this.#smallIds = new SmallIds(state);
  }

  /** Ids of the bots, in the order in which they came. */
  get bots(): string[] {
    return [...this.#world.players.values()].filter((player) => player.bot).map((player) => player.id);
  }

  /** Number of seats that people play from, those included who are being waited for, and who wait for their character. */
  get people(): number {
    let people = 0;
    for (const { bot, role } of this.#state.seats.values()) if (!bot && role === "player") people += 1;
    return people;
  }

  /** Seats somebody and gives them a character. */
  take(id: string, wantedName: string, wantedLook: number, bot = false): PlayerState {
    this.sit(id, wantedName, wantedLook, "player", bot);
    return this.giveBody(id);
  }

  /**
   * Seats somebody who has no character: who watches, or waits for it. The name is cleaned and made unique, the look is made
   * distinct. A person's choice goes before that of a bot: one that wears the colour changes.
   */
  sit(id: string, wantedName: string, wantedLook: number, role: SeatRole, bot = false): void {
    const others = [...this.#state.seats.values()];
    const seat = new SeatState();
    seat.name = nameAmong(others, wantedName);
    seat.bot = bot;
    seat.role = role;
    seat.look = this.#lookAmong(others, wantedLook, seat);
    seat.lives = this.#livesOfNobody;
    this.#state.seats.set(id, seat);
  }

  /** Gives somebody who has a seat a character at a free place. Throws when they have none, or a character already. */
  giveBody(id: string): PlayerState {
    const seat = this.#state.seats.get(id);
    if (seat === undefined) throw new Error(`Nobody has a seat as "${id}".`);
    this.makePlayer(id);
    const player = addPlayer(this.#world, id, seat.name, seat.bot);
    replicateSeat(player, this.#world.mode, seat);
    const replica = this.#smallIds.take();
    replicateBody(player, replica, this.#world.tick);
    this.#state.players.set(id, replica);
    return replica;
  }

  /** Whoever watched plays from now on, although their character may come later; their look is made distinct. */
  makePlayer(id: string): void {
    const seat = this.#state.seats.get(id);
    if (seat === undefined || seat.role === "player") return;
    seat.role = "player";
    this.dress(id, { look: seat.look });
  }

  /** Takes the character of somebody who watches from now on; what it has scored goes with it. */
  takeBody(id: string): void {
    removePlayer(this.#world, id);
    this.#state.players.delete(id);
    const seat = this.#state.seats.get(id);
    if (seat === undefined) return;
    Object.assign(seat, {
      role: "spectator",
      ready: false,
      team: 0,
      score: 0,
      knockouts: 0,
      falls: 0,
      points: 0,
      lives: this.#livesOfNobody,
    });
  }

  /** Gives somebody another name, another look or both, by the rules for those who come. */
  dress(id: string, { name, look }: Dress): void {
    const seat = this.#state.seats.get(id);
    if (seat === undefined) return;
    const others = [...this.#state.seats.values()].filter((other) => other !== seat);
    if (name !== undefined) seat.name = nameAmong(others, name);
    if (look !== undefined) seat.look = this.#lookAmong(others, look, seat);
    const player = this.#world.players.get(id);
    if (player !== undefined) player.name = seat.name;
  }

  /** Whoever has no character has no life to lose, where they count. */
  get #livesOfNobody(): number {
    return this.#world.mode.lives === undefined ? ENDLESS : 0;
  }

  /** Who watches is not to be told apart on the arena: their look is theirs, and costs nobody a colour. */
  #lookAmong(others: readonly Seat[], wanted: number, { bot, role }: Seat): number {
    if (role === "spectator") return packLook(unpackLook(wanted));
    const players = others.filter((other) => other.role === "player");
    const look = distinctLook(wanted, looksOf(bot ? players : players.filter((other) => !other.bot)));
    if (!bot) this.#giveWay(look, players);
    return look;
  }

  /** Dresses the bots of this look's colour in another one, while there is a free one. */
  #giveWay(look: number, others: readonly Seat[]): void {
    for (const other of others) {
      if (!other.bot || !sameColor(other.look, look)) continue;
      const rest = others.filter((each) => each !== other);
      other.look = distinctLook(other.look, [...looksOf(rest), look]);
    }
  }

  /** Puts everybody back who sat here when the room was saved, in that order; those who are in the world already have a character. */
  restore(saved: ReadonlyMap<string, Seat>): void {
    for (const [id, seat] of saved) this.#state.seats.set(id, Object.assign(new SeatState(), seat));
    for (const player of this.#world.players.values()) {
      const replica = this.#smallIds.take();
      replicateBody(player, replica, this.#world.tick);
      this.#state.players.set(player.id, replica);
    }
  }

  /** Frees a seat. Returns whether there was anybody in it. */
  leave(id: string): boolean {
    this.#leaving(id);
    removePlayer(this.#world, id);
    this.#state.players.delete(id);
    return this.#state.seats.delete(id);
  }
}

/** The wanted name, cleaned, so that none of these has the same. */
function nameAmong(others: readonly Seat[], wanted: string): string {
  return uniqueName(cleanName(wanted), new Set(others.map((other) => other.name.toLowerCase())));
}

function looksOf(seats: readonly Seat[]): number[] {
  return seats.map(({ look }) => look);
}
