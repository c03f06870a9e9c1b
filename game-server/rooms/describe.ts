import type { World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { AdmittedOptions } from "../matchmaking/seating.ts";

/** Puts into a new state what stays as it is for the life of a room. */
export function describe(state: ArenaState, world: World, options: AdmittedOptions): void {
  state.arena = world.arena.id;
  state.mode = options.mode;
  state.maxPlayers = options.maxPlayers;
  state.netRate = options.netRate;
  state.private = options.private;
  state.crumbles.push(...world.crumblePhases);
}
