import { Introduction } from "./introduction.ts";
import { LastRoom } from "./last-room.ts";
import { MatchRecord } from "./level.ts";
import { KeptPlan } from "./practice/kept-plan.ts";
import { KeptSeat } from "./resume.ts";
import type { SessionDeps } from "./session-deps.ts";

/** What browser and tab keep of a player besides the settings. */
export interface Kept {
  readonly seat: KeptSeat;
  /** How the last matches ended. */
  readonly record: MatchRecord;
  readonly self: Introduction;
  /** The room that was opened last. */
  readonly room: LastRoom;
  /** What was practised last. */
  readonly plan: KeptPlan;
}

/** Reads it, and says of it what menus show. */
export function keptOf({ tabMemory, memory, stores, arenas }: SessionDeps): Kept {
  return {
    seat: new KeptSeat(tabMemory),
    record: new MatchRecord(memory),
    self: new Introduction(stores.preferences.settings, memory),
    room: new LastRoom(memory, stores.menu.lastRoom),
    plan: new KeptPlan(memory, arenas, stores.practice.plan),
  };
}
