import { modeOf } from "#shared/simulation/modes/table.ts";
import { allBut } from "#shared/simulation/pickups/table.ts";
import type { World } from "#shared/simulation/types.ts";
import { createWorld } from "#shared/simulation/world.ts";
import type { AdmittedOptions } from "../matchmaking/seat.ts";
import { chooseArena } from "./choose-arena.ts";
import type { RoomDeps } from "./room-deps.ts";

/** The world of a new room. @throws ServerError when it cannot be as it was asked for. */
export function openWorld(deps: Pick<RoomDeps, "arenas" | "seed">, options: AdmittedOptions): World {
  const { timeLimit, lobby } = options;
  const seed = deps.seed();
  const mode = modeOf(options.mode);
  const arena = chooseArena(deps.arenas, options.arena, mode, seed);
  const pickups = allBut(options.pickupsOff);
  return createWorld(arena, {
    seed,
    mode,
    lobby,
    pickups,
    ...(timeLimit === undefined ? {} : { timeLimit }),
  });
}
