import { StateView } from "@colyseus/schema";
import { distance, middleOfView } from "#shared/sight.ts";
import { leader } from "#shared/simulation/modes/ranking.ts";
import type { GameEvent, Player, World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { PlayerState } from "#shared/state/player-state.ts";
import { INTEREST } from "#shared/tunables.ts";
import type { Sight } from "./nearby-serializer.ts";
import { showOwnBody } from "./own-body.ts";

/** Somebody who looks at the match, and whom they are shown besides themselves. */
interface Watcher {
  readonly view: StateView;
  readonly shown: Map<string, PlayerState>;
  /** Whom they follow while they only watch; "" for nobody in particular. */
  followed: string;
}

interface Shown {
  readonly player: Player;
  readonly replica: PlayerState;
}

/**
 * Who is shown to whom on a huge arena: each player gets the others near the middle of their view, and nobody else is
 * in any packet to them. Whoever has no character looks at the one that they follow, or at the one that is ahead.
 */
export class Interest implements Sight {
  readonly #world: World;
  readonly #state: ArenaState;
  readonly #watchers = new Map<string, Watcher>();
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
    const followed = before?.followed ?? "";
    const watcher: Watcher = { view: new StateView(), shown: new Map(), followed };
    if (self !== undefined) showOwnBody(watcher.view, self);
    this.#watchers.set(id, watcher);
    this.#findLeader();
    this.#look(id, watcher, this.#bodies());
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
    for (const { view, shown } of this.#watchers.values()) {
      const replica = shown.get(id);
      if (replica !== undefined) view.remove(replica);
      shown.delete(id);
    }
  }

  /** Shows and hides by where everybody is now; to be called before a patch is encoded. */
  update(): void {
    const bodies = this.#bodies();
    this.#findLeader();
    for (const [id, watcher] of this.#watchers) this.#look(id, watcher, bodies);
  }

  shownTo(id: string): Iterable<string> {
    return this.#watchers.get(id)?.shown.keys() ?? [];
  }

  /** Whether a player is to hear of an event: it happens near the middle of their view, to whom they are shown. */
  tells(id: string, event: GameEvent): boolean {
    if (!("x" in event)) return true;
    const eye = this.#eye(id);
    if (eye === undefined) return false;
    if ("id" in event && event.id === id) return true;
    if ("id" in event && !this.#watchers.get(id)?.shown.has(event.id)) return false;
    return distance(middleOfView(this.#world.arena, eye), event) <= INTEREST.leave;
  }

  #findLeader(): void {
    this.#leader = leader(this.#world.mode, this.#world.players.values());
  }

  /** The character from which somebody looks. */
  #eye(id: string): Player | undefined {
    const { players } = this.#world;
    return players.get(id) ?? players.get(this.#watchers.get(id)?.followed ?? "") ?? this.#leader;
  }

  #bodies(): Shown[] {
    const bodies: Shown[] = [];
    for (const player of this.#world.players.values()) {
      const replica = this.#state.players.get(player.id);
      if (replica !== undefined) bodies.push({ player, replica });
    }
    return bodies;
  }

  #look(id: string, { view, shown }: Watcher, bodies: readonly Shown[]): void {
    const self = this.#world.players.get(id);
    const eye = this.#eye(id);
    if (eye === undefined) return;
    const middle = middleOfView(this.#world.arena, eye);
    for (const [other, replica] of shown) {
      const player = this.#world.players.get(other);
      if (player === undefined || distance(middle, player) <= INTEREST.leave) continue;
      view.remove(replica);
      shown.delete(other);
    }
    // Distance first: in a crowd nearly everybody is far away, and this runs for each pair of players.
    for (const { player, replica } of bodies) {
      if (distance(middle, player) > INTEREST.enter || player === self || shown.has(player.id)) continue;
      view.add(replica);
      shown.set(player.id, replica);
    }
  }
}
