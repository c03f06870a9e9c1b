import type { Client } from "@colyseus/core";
import { StateView } from "@colyseus/schema";
import { type AckOf, hasChanged, PatchSerializer } from "#colyseus/server/patch-serializer.ts";
import type { HugeArenaState } from "#shared/state/arena-state.ts";

/** What a patch is composed from: who is shown whom, by session id. */
export interface Sight {
  /** Those whom a player is shown, without themselves. */
  shownTo(id: string): Iterable<string>;
}

/**
 * Sends each player of a crowd a patch of their own without encoding anything twice. What changed of a character is
 * encoded once for all who are shown it, and once more with its private fields for its owner; a patch is what everybody
 * gets, then what comes into view and goes out of it, then these pieces, copied one after the other. A `StateView` alone
 * would encode every character for every player who sees it: 25 times the work with 128 in one place.
 */
export class NearbySerializer extends PatchSerializer<HugeArenaState> {
  readonly #sight: Sight;
  /** Sees the public side of every character. */
  readonly #everybody = new StateView();

  constructor(sight: Sight, ackOf: AckOf) {
    super(ackOf);
    this.#sight = sight;
  }

  protected override compose(
    state: HugeArenaState,
    clients: readonly Client[],
    all: Uint8Array,
    send: (client: Client, parts: readonly Uint8Array[]) => void,
  ): void {
    const pieces = new Map<string, Uint8Array>();
    let offset = all.length;
    for (const [id, replica] of state.players) {
      if (!hasChanged(replica)) continue;
      if (!this.#everybody.has(replica)) {
        this.#everybody.add(replica);
        this.#everybody.changes.clear();
      }
      const piece = this.seen(this.#everybody, replica, offset);
      pieces.set(id, piece);
      offset += piece.length;
    }
    for (const client of clients) {
      const { view, sessionId } = client;
      if (view === undefined) continue;
      const parts = [all, this.seen(view, state.players.get(sessionId), offset)];
      for (const id of this.#sight.shownTo(sessionId)) {
        const piece = pieces.get(id);
        if (piece !== undefined) parts.push(piece);
      }
      send(client, parts);
    }
  }
}
