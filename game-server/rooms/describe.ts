import { replicatePlan } from "#room/replicate-plan.ts";
import type { World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { AdmittedOptions } from "../matchmaking/seat.ts";

/** Puts into a new state what its room was opened with. */
export function describe(state: ArenaState, world: World, options: AdmittedOptions): void {
  state.hasLobby = world.hasLobby;
  state.maxPlayers = options.maxPlayers;
  state.netRate = options.netRate;
  state.countsInputs = true;
  state.private = options.private;
  state.bots = options.bots;
  state.botSkill = options.botSkill;
  replicatePlan(world, state);
}
