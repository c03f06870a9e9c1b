import type { Client } from "@colyseus/core";
import { writeChanged } from "#colyseus/server/changed-fields.ts";
import { PatchSerializer } from "#colyseus/server/patch-serializer.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";

/** More (bytes) than all private fields of a character take. */
const PRIVATE_BYTES = 256;

/** Sends everybody in a room the same, and each player what only they get of their own character. */
export class EverybodySerializer extends PatchSerializer<ArenaState> {
  readonly #own = new Uint8Array(PRIVATE_BYTES);

  protected override compose({ players }: ArenaState, clients: readonly Client[], all: Uint8Array): void {
    const own = this.#own;
    for (const client of clients) {
      const { view, sessionId } = client;
      const replica = view === undefined ? undefined : players.get(sessionId);
      const comings = view === undefined ? undefined : this.comings(view, all);
      const ownBytes =
        replica === undefined
          ? 0
          : writeChanged(this.encoder, replica, own, 0, { tagged: true, isNamed: false });
      const patch = this.begin(client, all.length + (comings?.length ?? 0) + ownBytes);
      patch.add(all, 0, all.length);
      if (comings !== undefined) patch.add(comings, 0, comings.length);
      patch.add(own, 0, ownBytes);
      this.send(client);
    }
  }
}
