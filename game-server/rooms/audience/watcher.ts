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
  /** The slots that are shown, in no order. */
  readonly #shown: number[] = [];

  constructor(followed: string) {
    this.followed = followed;
  }

  /** Looks at another place (tiles), or at nothing. */
  lookAt(middle: { readonly x: number; readonly y: number } | undefined): void {
    this.x = middle?.x ?? Number.NaN;
    this.y = middle?.y ?? Number.NaN;
  }

  /** Shows and hides by where everybody is now. `own`: the slot of their own character, which is always shown. */
  look(crowd: Crowd, own: number | undefined): void {
    if (Number.isNaN(this.x)) return;
    this.#hideFar(crowd);
    this.#showNear(crowd, own);
  }

  #hideFar({ xs, ys, replicaAt }: Crowd): void {
    const shown = this.#shown;
    const { x, y } = this;
    for (let i = shown.length - 1; i >= 0; i--) {
      const slot = shown[i] ?? 0;
      const dx = (xs[slot] ?? 0) - x;
      const dy = (ys[slot] ?? 0) - y;
      if (dx <= INTEREST.leave && dx >= -INTEREST.leave && dy <= INTEREST.leave && dy >= -INTEREST.leave)
        continue;
      const replica = replicaAt[slot];
      if (replica !== undefined) this.view.remove(replica);
      this.slots[slot] = 0;
      shown[i] = shown.at(-1) ?? 0;
      shown.length -= 1;
    }
  }

  /** This looks at each pair of players, nearly all of whom are far apart along the first axis already. */
  #showNear({ size, xs, ys, replicaAt }: Crowd, own: number | undefined): void {
    const { x, y, slots } = this;
    for (let slot = 0; slot < size; slot++) {
      const dx = (xs[slot] ?? 0) - x;
      if (dx > INTEREST.enter || dx < -INTEREST.enter) continue;
      const dy = (ys[slot] ?? 0) - y;
      if (dy > INTEREST.enter || dy < -INTEREST.enter || slots[slot] === 1 || slot === own) continue;
      const replica = replicaAt[slot];
      if (replica === undefined) continue;
      this.view.add(replica);
      slots[slot] = 1;
      this.#shown.push(slot);
    }
  }

  /** Hides whoever has this slot, who is going. */
  hide(slot: number, { replicaAt }: Crowd): void {
    if (this.slots[slot] !== 1) return;
    const replica = replicaAt[slot];
    if (replica !== undefined) this.view.remove(replica);
    this.slots[slot] = 0;
    this.#shown.splice(this.#shown.indexOf(slot), 1);
  }

  /** Ids of those who are shown. */
  idsShown({ idAt }: Crowd): string[] {
    return this.#shown.flatMap((slot) => idAt[slot] ?? []);
  }
}
