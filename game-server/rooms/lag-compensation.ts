import type { Rewind } from "@colyseus/core";
import type { Arena } from "#shared/arena/arena.ts";
import { isFarOff } from "#shared/simulation/push.ts";
import { mayPush, type Place, type Sights, type TickInput } from "#shared/simulation/tick-input.ts";
import type { Player, World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import { PUSH, ticks } from "#shared/tunables.ts";

/** Farther (tiles) than anybody's distance changes in a tick, before which it is decided what an attacker saw. */
const MARGIN = 2;

/** As far back (ticks) as anybody's picture can be. */
const REWIND_TICKS = ticks(PUSH.maxRewindMs / 1000);
const NOTHING_SEEN: Sights = new Map();

/**
 * Says where attackers saw others whom a push of theirs may reach in a tick: the server keeps the positions that it sent and
 * looks up those of the moment that the attacker's screen showed, which their inputs name. The rewind is capped; an attacker
 * without a stamp (a bot, or a clock that is not in step yet) sees the present.
 */
export function createLagCompensation(
  rewind: Rewind,
  state: ArenaState,
): (world: World, inputs: TickInput["inputs"]) => Sights {
  rewind.attachAll(state.players, { fields: ["x", "y"] });
  let arena: Arena | undefined;
  let since = 0;
  return (world, inputs) => {
    if (arena !== world.arena) {
      since = arena === undefined ? 0 : world.tick;
      arena = world.arena;
    }
    // What was remembered of the arena before is nowhere on this one.
    if (since > 0 && world.tick - since <= REWIND_TICKS) return NOTHING_SEEN;
    const sights = new Map<string, ReadonlyMap<string, Place>>();
    for (const [id, made] of inputs) {
      const attacker = world.players.get(id);
      if (attacker === undefined || state.seats.get(id)?.bot !== false || !mayPush(attacker, made)) continue;
      sights.set(id, sightOf(rewind, state, world, attacker));
    }
    return sights;
  };
}

/** Looking up is the expensive part of a push: in a crowd it is done for the few who are near. */
function sightOf(rewind: Rewind, state: ArenaState, world: World, attacker: Player): Map<string, Place> {
  const seen = rewind.lastSeenBy(attacker.id);
  const sight = new Map<string, Place>();
  for (const target of world.players.values()) {
    const shown = state.players.get(target.id);
    if (target === attacker || shown === undefined || isFarOff(attacker, target, MARGIN)) continue;
    sight.set(target.id, { x: seen.value(shown, "x"), y: seen.value(shown, "y") });
  }
  return sight;
}
