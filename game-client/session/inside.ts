import type { PlayerClient } from "#player/player-client.ts";
import type { RoomSession } from "#player/room-session.ts";
import type { Visit, VisitDeps, VisitEvents } from "./visit.ts";

/** What a page needs to be in rooms, and the menu does without: its code is fetched while the menu is read. */
export interface Inside {
  readonly client: PlayerClient;
  visit(session: RoomSession, deps: VisitDeps, events: VisitEvents): Visit;
}
