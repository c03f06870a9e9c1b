import { modeOf } from "#shared/simulation/modes/table.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { MatchKnowledge } from "./view.ts";

/** What a page knows of its match besides who is where. */
export function knowledgeOf(state: ArenaState, selfId: string): MatchKnowledge {
  const hasTeams = modeOf(state.mode).teams !== undefined;
  return {
    mode: state.mode,
    selfId,
    team: hasTeams ? (state.seats.get(selfId)?.team ?? -1) : -1,
    things: [...state.things].map(([id, { kind, x, y, owner }]) => ({ id: Number(id), kind, x, y, owner })),
    shaking: state.sinksAt > 0,
  };
}
