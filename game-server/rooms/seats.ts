import type { World } from "#shared/simulation/types.ts";
import { addPlayer, removePlayer } from "#shared/simulation/world.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { PlayerState } from "#shared/state/player-state.ts";
import { type Seat, SeatState } from "#shared/state/seat-state.ts";
import { distinctLook, sameColor } from "./distinct-look.ts";
import { cleanName, uniqueName } from "./names.ts";
import { replicateBody, replicateSeat } from "./replicate.ts";
import { SmallIds } from "./small-ids.ts";

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

  /** Number of characters that people have, those included who are being waited for. */
  get people(): number {
    return this.#world.players.size - this.bots.length;
  }

  /** Seats somebody and gives them a character. */
  take(id: string, wantedName: string, wantedLook: number, bot = false): PlayerState {
    this.sit(id, wantedName, wantedLook, bot);
    return this.giveBody(id);
  }

  /**
   * Seats somebody who has no character. The name is cleaned and made unique, the look is made distinct. A person's choice
   * goes before that of a bot: one that wears the colour changes.
   */
  sit(id: string, wantedName: string, wantedLook: number, bot = false): void {
    const others = [...this.#state.seats.values()];
    const names = new Set(others.map((other) => other.name.toLowerCase()));
    const seat = new SeatState();
    seat.name = uniqueName(cleanName(wantedName), names);
    const rivals = bot ? others : others.filter((other) => !other.bot);
    seat.look = distinctLook(wantedLook, looksOf(rivals));
    if (!bot) this.#giveWay(seat.look, others);
    seat.bot = bot;
    this.#state.seats.set(id, seat);
  }

  /** Gives somebody who has a seat a character at a free place. Throws when they have none, or a character already. */
  giveBody(id: string): PlayerState {
    const seat = this.#state.seats.get(id);
    if (seat === undefined) throw new Error(`Nobody has a seat as "${id}".`);
    const player = addPlayer(this.#world, id, seat.name, seat.bot);
    replicateSeat(player, this.#world.mode, seat);
    const replica = this.#smallIds.take();
    replicateBody(player, replica);
    this.#state.players.set(id, replica);
    return replica;
  }

  /** Dresses the bots of this look's colour in another one, while there is a free one. */
  #giveWay(look: number, others: readonly Seat[]): void {
    for (const other of others) {
      if (!other.bot || !sameColor(other.look, look)) continue;
      const rest = others.filter((each) => each !== other);
      other.look = distinctLook(other.look, [...looksOf(rest), look]);
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

function looksOf(seats: readonly Seat[]): number[] {
  return seats.map(({ look }) => look);
}
