import { StateView } from "@colyseus/schema";
import { INTEREST } from "#shared/tunables.ts";
import type { Crowd } from "./crowd.ts";

/** Characters at once, at most: those of the largest room, with room to spare. */
export const SLOTS = 256;

/** Somebody who looks at the match: what they look at, and whom they are shown besides themselves. */
export class Watcher {
  readonly view = new StateView();
  /** By slot of the crowd: 1 for whoever is shown. */
  readonly slots = new Uint8Array(SLOTS);
  /** Whom they follow while they only watch; "" for nobody in particular. */
  followed: string;
  /** The middle of their view (tiles); NaN while there is nobody to look at. */
  x = Number.NaN;
  y = Number.NaN;
  /** How many are shown. */
  #count = 0;

  constructor(followed: string) {
    this.followed = followed;
  }

  /** Looks at another place (tiles), or at nothing. */
  lookAt(middle: { readonly x: number; readonly y: number } | undefined): void {
    this.x = middle?.x ?? Number.NaN;
    this.y = middle?.y ?? Number.NaN;
  }

  /**
   * Shows and hides by where everybody is now. `own`: the slot of their own character, which is always shown. This looks at
   * each pair of players who are not far apart along the first axis.
   */
  look(crowd: Crowd, own: number | undefined): void {
    const { x, y, slots } = this;
    if (Number.isNaN(x)) return;
    const { size, order, xs, ys } = crowd;
    let shown = 0;
    for (let i = crowd.firstFrom(x - INTEREST.leave); i < size; i++) {
      const dx = Math.abs((xs[i] ?? 0) - x);
      // Everybody from here on is farther to the right.
      if (dx > INTEREST.leave) break;
      const dy = Math.abs((ys[i] ?? 0) - y);
      const slot = order[i] ?? 0;
      if (slots[slot] === 1) {
        if (dy <= INTEREST.leave) shown += 1;
        else this.hide(slot, crowd);
      } else if (dx <= INTEREST.enter && dy <= INTEREST.enter && slot !== own) {
        this.#show(slot, crowd);
        shown += 1;
      }
    }
    if (shown !== this.#count) this.#hideFar(crowd);
  }

  /** Hides whoever is too far away along the first axis. */
  #hideFar(crowd: Crowd): void {
    const { size, order, xs } = crowd;
    for (let i = 0; i < size; i++)
      if (Math.abs((xs[i] ?? 0) - this.x) > INTEREST.leave) this.hide(order[i] ?? 0, crowd);
  }

  #show(slot: number, { replicaAt }: Crowd): void {
    const replica = replicaAt[slot];
    if (replica !== undefined) this.view.add(replica);
    this.slots[slot] = 1;
    this.#count += 1;
  }

  /** Hides whoever has this slot, if they are shown. */
  hide(slot: number, { replicaAt }: Crowd): void {
    if (this.slots[slot] !== 1) return;
    const replica = replicaAt[slot];
    if (replica !== undefined) this.view.remove(replica);
    this.slots[slot] = 0;
    this.#count -= 1;
  }

  /** Ids of those who are shown. */
  idsShown({ idAt }: Crowd): string[] {
    return idAt.filter((_, slot) => this.slots[slot] === 1);
  }
}
