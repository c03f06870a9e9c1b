import type { Rewind } from "@colyseus/core";
import type { SeenBy } from "#shared/simulation/push.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";

/**
 * Answers where an attacker saw somebody: the server keeps the positions that it sent and looks up those of
 * the moment that the attacker's screen showed, which their inputs name. The rewind is capped; an attacker
 * without a stamp (a bot, or a clock that is not in step yet) sees the present.
 */
export function createLagCompensation(rewind: Rewind, state: ArenaState): SeenBy {
  rewind.attachAll(state.players, { fields: ["x", "y"] });
  return (attackerId, target) => {
    const shown = state.players.get(target.id);
    const attacker = state.seats.get(attackerId);
    if (shown === undefined || attacker === undefined || attacker.bot) return target;
    const seen = rewind.lastSeenBy(attackerId);
    return { x: seen.value(shown, "x"), y: seen.value(shown, "y") };
  };
}
