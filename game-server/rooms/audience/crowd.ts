import type { Player } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { PlayerState } from "#shared/state/player-state.ts";

/**
 * Where everybody is, from left to right. Everybody keeps a slot, a number from 0 on and as small as may be, while they are
 * there; a slot that nobody has is infinitely far away.
 */
export class Crowd {
  /** Slots from this one on are nobody's. */
  size = 0;
  /** The slots from left to right, and their places (tiles). */
  readonly order: Uint16Array;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** By slot; what is in one that nobody has means nothing. */
  readonly idAt: string[] = [];
  readonly replicaAt: PlayerState[] = [];
  readonly #xAt: Float64Array;
  readonly #yAt: Float64Array;
  readonly #slots = new Map<string, number>();
  /** Slots that were somebody's. */
  readonly #free: number[] = [];

  /** For so many at once, at most. */
  constructor(most: number) {
    this.order = Uint16Array.from({ length: most }, (_, slot) => slot);
    this.xs = new Float64Array(most).fill(Number.POSITIVE_INFINITY);
    this.ys = new Float64Array(most).fill(Number.POSITIVE_INFINITY);
    this.#xAt = this.xs.slice();
    this.#yAt = this.ys.slice();
  }

  slotOf(id: string): number | undefined {
    return this.#slots.get(id);
  }

  /** Notes where everybody is who is in the state. */
  gather(players: Iterable<Player>, { players: replicas }: Pick<ArenaState, "players">): void {
    this.#xAt.fill(Number.POSITIVE_INFINITY, 0, this.size);
    for (const { id, x, y } of players) {
      const slot = this.#slots.get(id) ?? this.#enter(id, replicas.get(id));
      if (slot === undefined) continue;
      this.#xAt[slot] = x;
      this.#yAt[slot] = y;
    }
    this.#sort();
  }

  /** By insertion: since the last time hardly anybody has overtaken anybody. */
  #sort(): void {
    const { size, order, xs, ys } = this;
    const xAt = this.#xAt;
    for (let i = 0; i < size; i++) {
      const slot = order[i] ?? 0;
      const x = xAt[slot] ?? 0;
      let at = i;
      for (; at > 0 && (xs[at - 1] ?? 0) > x; at--) {
        order[at] = order[at - 1] ?? 0;
        xs[at] = xs[at - 1] ?? 0;
        ys[at] = ys[at - 1] ?? 0;
      }
      order[at] = slot;
      xs[at] = x;
      ys[at] = this.#yAt[slot] ?? 0;
    }
  }

  /** The place in the order of the first who is not farther to the left than this (tiles). */
  firstFrom(x: number): number {
    let [from, to] = [0, this.size];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.xs[middle] ?? 0) < x) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  #enter(id: string, replica: PlayerState | undefined): number | undefined {
    if (replica === undefined) return undefined;
    const slot = this.#free.pop() ?? this.size++;
    if (slot >= this.order.length)
      throw new RangeError(`There is room for ${this.order.length} characters, and ${id} is one more.`);
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
  }
}
