import type { Client } from "@colyseus/core";
import { PatchSerializer } from "#colyseus/server/patch-serializer.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";

/** Sends everybody in a room the same, and each player what only they get of their own character. */
export class EverybodySerializer extends PatchSerializer<ArenaState> {
  protected override compose(
    state: ArenaState,
    clients: readonly Client[],
    all: Uint8Array,
    send: (client: Client, parts: readonly Uint8Array[]) => void,
  ): void {
    for (const client of clients) {
      const { view, sessionId } = client;
      const own = state.players.get(sessionId);
      send(client, view === undefined ? [all] : [all, this.seen(view, own, all.length)]);
    }
  }
}
