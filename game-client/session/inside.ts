import type { PlayerClient } from "#player/player-client.ts";
import type { RoomSession } from "#player/room-session.ts";
import type { Visit, VisitDeps, VisitEvents } from "./visit.ts";

/** What a page needs to be in rooms, and the menu does without: its code is fetched while the menu is read. */
export interface Inside {
  readonly client: PlayerClient;
  visit(session: RoomSession, deps: VisitDeps, events: VisitEvents): Visit;
}

/** Fetches it with the first call, and again with the next one after it could not be fetched. */
export function fetchOnce(fetch: () => Promise<Inside>): () => Promise<Inside> {
  let fetched: Promise<Inside> | undefined;
  return () => {
    fetched ??= fetch().catch((error) => {
      fetched = undefined;
      throw error;
    });
    return fetched;
  };
}
