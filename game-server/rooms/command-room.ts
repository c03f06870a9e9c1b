import { visibleName } from "#room/names.ts";
import { refusal } from "#shared/refusals/refusal.ts";
import type { World } from "#shared/simulation/types.ts";
import type { ArenaState } from "#shared/state/arena-state.ts";
import type { CommandRoom } from "../commands/command.ts";
import type { Audience } from "./audience/audience.ts";
import type { Connections } from "./connections.ts";
import type { RoomFeatures } from "./features/room-features.ts";
import type { MatchLoop } from "./match-loop.ts";

/** The parts of a room that commands reach. */
export interface PartsForCommands {
  readonly audience: Pick<Audience, "follow">;
  /** Not before the room has begun. */
  connections(): Pick<Connections, "giveBody" | "dress">;
}

/** What commands may use of a room. */
export function commandRoom(
  world: World,
  state: ArenaState,
  loop: Pick<MatchLoop, "time" | "stepP95"> & { readonly inputs: Pick<MatchLoop["inputs"], "takeQuickest"> },
  features: RoomFeatures,
  { audience, connections }: PartsForCommands,
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
    giveBody: (id) => connections().giveBody(id),
    refuseDress: ({ name }) =>
      name !== undefined && visibleName(name) === "" ? refusal("name_blank") : undefined,
    dress: (id, wanted) => connections().dress(id, wanted),
    follow: (id, target) => audience.follow(id, target),
  };
}
