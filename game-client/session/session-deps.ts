import type { Match } from "#player/netcode/match.ts";
import type { DoorsDeps } from "./doors.ts";
import type { Inside } from "./inside.ts";
import type { KeyValueStore } from "./settings.ts";
import type { VisitDeps } from "./visit.ts";

/** What a session needs of the page around it. */
export interface SessionDeps extends VisitDeps, DoorsDeps {
  /** Lives as long as the browser: settings, and how the last matches ended. */
  memory: KeyValueStore;
  /** Lives as long as the tab: the seat. */
  tabMemory: KeyValueStore;
  /** Starts a room of practice as it was wanted last, and says what one is in it with. */
  practice(self: { name: string; look: number }): Promise<Inside>;
  /** The match that is to be shown, or undefined for none. */
  onMatch(match: Match | undefined): void;
}
