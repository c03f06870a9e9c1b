import type { World } from "#shared/simulation/types.ts";
import type { CommandRoom } from "../commands/command.ts";
import type { MatchLoop } from "./match-loop.ts";

/** What commands may use of a room. */
export function commandRoom(
  world: World,
  loop: MatchLoop,
  actions: Pick<CommandRoom, "countVotes" | "giveBody">,
): CommandRoom {
  return {
    world,
    get time() {
      return loop.time;
    },
    get stepP95() {
      return loop.stepP95;
    },
    takeQuickest: (id) => loop.inputs.takeQuickest(id),
    ...actions,
  };
}
