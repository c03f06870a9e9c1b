import type { StateView } from "@colyseus/schema";
import { middleOfView } from "#shared/sight.ts";
import { leader } from "#shared/simulation/modes/ranking.ts";
import type { GameEvent, Player, World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { PlayerState } from "#shared/state/player-state.ts";
import { INTEREST } from "#shared/tunables.ts";
import { Crowd } from "./crowd.ts";
import type { Sight } from "./nearby-serializer.ts";
import { showOwnBody } from "./own-body.ts";
import { SLOTS, Watcher } from "./watcher.ts";

const NOBODY = new Uint8Array(SLOTS);

/**
 * Who is shown to whom on a huge arena: each player gets the others near the middle of their view, and nobody else is
 * in any packet to them. Whoever has no character looks at the one that they follow, or at the one that is ahead.
 */
export class Interest implements Sight {
  readonly #world: World;
  readonly #state: ArenaState;
  readonly #watchers = new Map<string, Watcher>();
  readonly #crowd = new Crowd(SLOTS);
  /** Who was ahead when it was last looked; nobody in an empty world. */
  #leader: Player | undefined;

  constructor(world: World, state: ArenaState) {
    this.#world = world;
    this.#state = state;
  }

  /** The view of somebody who comes, or comes back. A full state is to follow, which shows what is in it. */
  enter(id: string, self: PlayerState | undefined): StateView {
    const before = this.#watchers.get(id);
    before?.view.dispose();
    const watcher = new Watcher(before?.followed ?? "");
    if (self !== undefined) showOwnBody(watcher.view, self);
    this.#watchers.set(id, watcher);
    this.#gather();
    this.#look(id, watcher);
    watcher.view.changes.clear();
    return watcher.view;
  }

  /** Takes a player out of all views; to be called before they are taken out of the state. */
  leave(id: string): void {
    this.#watchers.get(id)?.view.dispose();
    this.#watchers.delete(id);
    this.#takeOutOfViews(id);
  }

  /** The same with the character of somebody who goes on watching. */
  hide(id: string): void {
    const replica = this.#state.players.get(id);
    if (replica !== undefined) this.#watchers.get(id)?.view.remove(replica);
    this.#takeOutOfViews(id);
  }

  /** Somebody wants to see what is near to this character while they have none; "" for whoever is ahead. */
  follow(id: string, target: string): void {
    const watcher = this.#watchers.get(id);
    if (watcher !== undefined) watcher.followed = target;
  }

  #takeOutOfViews(id: string): void {
    const slot = this.#crowd.slotOf(id);
    if (slot === undefined) return;
    for (const watcher of this.#watchers.values()) watcher.hide(slot, this.#crowd);
    this.#crowd.forget(id);
  }

  /** Shows and hides by where everybody is now; to be called before a patch is encoded. */
  update(): void {
    this.#gather();
    for (const [id, watcher] of this.#watchers) this.#look(id, watcher);
  }

  shownTo(id: string): Iterable<string> {
    return this.#watchers.get(id)?.idsShown(this.#crowd) ?? [];
  }

  slotOf(id: string): number | undefined {
    return this.#crowd.slotOf(id);
  }

  slotsShownTo(id: string): Uint8Array {
    return this.#watchers.get(id)?.slots ?? NOBODY;
  }

  /**
   * Says who is to hear of an event, by session id, as of the last `update`: those whose view it happens near the middle
   * of, to whom they are shown.
   */
  hearersOf(event: GameEvent): (id: string) => boolean {
    if (!("x" in event)) return () => true;
    const { x, y } = event;
    const subject = "id" in event ? event.id : undefined;
    const slot = subject === undefined ? undefined : this.#crowd.slotOf(subject);
    return (id) => {
      const watcher = this.#watchers.get(id);
      if (watcher === undefined || Number.isNaN(watcher.x)) return false;
      if (subject !== undefined) {
        if (subject === id) return true;
        if (slot === undefined || watcher.slots[slot] !== 1) return false;
      }
      return Math.abs(x - watcher.x) <= INTEREST.leave && Math.abs(y - watcher.y) <= INTEREST.leave;
    };
  }

  #gather(): void {
    this.#leader = leader(this.#world.mode, this.#world.players.values());
    this.#crowd.gather(this.#world.players.values(), this.#state);
  }

  /** The character from which somebody looks. */
  #eye(id: string, watcher: Watcher): Player | undefined {
    const { players } = this.#world;
    return players.get(id) ?? players.get(watcher.followed) ?? this.#leader;
  }

  #look(id: string, watcher: Watcher): void {
    const eye = this.#eye(id, watcher);
    watcher.lookAt(eye && middleOfView(this.#world.arena, eye));
    watcher.look(this.#crowd, this.#crowd.slotOf(id));
  }
}
