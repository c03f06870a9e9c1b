import type { Client } from "@colyseus/core";
import { hasChanged } from "#colyseus/server/changed-fields.ts";
import { type AckOf, PatchSerializer } from "#colyseus/server/patch-serializer.ts";
import type { HugeArenaState } from "#shared/state/arena-state.ts";
import { Pieces } from "./pieces.ts";

/** What a patch is composed from: who is shown whom, by session id. */
export interface Sight {
  /** The number by which a character is known in `slotsShownTo`; undefined when nobody can be shown it yet. */
  slotOf(id: string): number | undefined;
  /** By slot: 1 for each whom a player is shown, without themselves. */
  slotsShownTo(id: string): Uint8Array;
}

/**
 * Sends each player of a crowd a patch of their own without encoding anything twice. What changed of a character is
 * encoded once, first what goes to all who are shown it, then what goes to its owner only; a patch is what everybody
 * gets, then what comes into view and goes out of it, then these pieces, copied one after the other. A `StateView` alone
 * would encode every character for every player who sees it: 25 times the work with 128 in one place.
 */
export class NearbySerializer extends PatchSerializer<HugeArenaState> {
  readonly #sight: Sight;
  readonly #pieces = new Pieces();

  constructor(sight: Sight, ackOf: AckOf) {
    super(ackOf);
    this.#sight = sight;
  }

  protected override compose({ players }: HugeArenaState, clients: readonly Client[], all: Uint8Array): void {
    const [pieces, sight] = [this.#pieces, this.#sight];
    pieces.clear();
    for (const [id, replica] of players) {
      if (hasChanged(replica)) pieces.write(this.encoder, id, sight.slotOf(id), replica);
    }
    for (const client of clients) {
      const { view, sessionId } = client;
      if (view === undefined) continue;
      const comings = this.comings(view, all);
      const patch = this.begin(client, all.length + comings.length + pieces.length);
      patch.add(all, 0, all.length);
      patch.add(comings, 0, comings.length);
      pieces.addOwn(patch, sessionId);
      pieces.addShown(patch, sight.slotsShownTo(sessionId));
      this.send(client);
    }
  }
}
