import type { World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { CommandRoom } from "../commands/command.ts";
import type { RoomFeatures } from "./features/room-features.ts";
import type { MatchLoop } from "./match-loop.ts";

/** What commands may use of a room. */
export function commandRoom(
  world: World,
  state: ArenaState,
  loop: Pick<MatchLoop, "time" | "stepP95"> & { readonly inputs: Pick<MatchLoop["inputs"], "takeQuickest"> },
  features: RoomFeatures,
  giveBody: (id: string) => void,
): CommandRoom {
  return {
    world,
    state,
    features: features.all,
    people: features.people,
    get time() {
      return loop.time;
    },
    get stepP95() {
      return loop.stepP95;
    },
    takeQuickest: (id) => loop.inputs.takeQuickest(id),
    giveBody,
  };
}
