import type { Player } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { PlayerState } from "#shared/state/player-state.ts";

/**
 * Where everybody is, in arrays. Everybody keeps a slot, a number from 0 on and as small as may be, while they are there;
 * a slot that nobody has is infinitely far away.
 */
export class Crowd {
  /** Slots from this one on are nobody's. */
  size = 0;
  /** By slot: places (tiles). */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** By slot; what is in one that nobody has means nothing. */
  readonly idAt: string[] = [];
  readonly replicaAt: PlayerState[] = [];
  readonly #slots = new Map<string, number>();
  /** Slots that were somebody's. */
  readonly #free: number[] = [];

  /** For so many at once, at most. */
  constructor(most: number) {
    this.xs = new Float64Array(most).fill(Number.POSITIVE_INFINITY);
    this.ys = new Float64Array(most).fill(Number.POSITIVE_INFINITY);
  }

  slotOf(id: string): number | undefined {
    return this.#slots.get(id);
  }

  /** Notes where everybody is who is in the state. */
  gather(players: Iterable<Player>, { players: replicas }: Pick<ArenaState, "players">): void {
    this.xs.fill(Number.POSITIVE_INFINITY, 0, this.size);
    for (const { id, x, y } of players) {
      const slot = this.#slots.get(id) ?? this.#enter(id, replicas.get(id));
      if (slot === undefined) continue;
      this.xs[slot] = x;
      this.ys[slot] = y;
    }
  }

  #enter(id: string, replica: PlayerState | undefined): number | undefined {
    if (replica === undefined) return undefined;
    const slot = this.#free.pop() ?? this.size++;
    if (slot >= this.xs.length)
      throw new RangeError(`There is room for ${this.xs.length} characters, and ${id} is one more.`);
    this.#slots.set(id, slot);
    this.idAt[slot] = id;
    this.replicaAt[slot] = replica;
    return slot;
  }

  /** Somebody has gone: their slot is for others. To be called when nobody is shown them any more. */
  forget(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.#slots.delete(id);
    this.#free.push(slot);
    this.xs[slot] = Number.POSITIVE_INFINITY;
  }
}
