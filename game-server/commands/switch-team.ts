import { z } from "zod";
import { refusal } from "#shared/refusals/refusal.ts";
import { switchTeam as changeSides, maySwitch } from "#shared/simulation/modes/teams.ts";
import { isBetweenMatches } from "./between-matches.ts";
import { command } from "./command.ts";

/** A player changes sides between two matches, as long as teams stay within one of each other; a bot comes back for them if it must. */
export const switchTeam = command({
  payload: z.undefined(),
  rate: { perSecond: 1, burst: 4 },
  by: "player",
  refuse({ world }, { id }) {
    const player = world.players.get(id);
    if (world.mode.teams === undefined) return refusal("no_teams");
    if (!isBetweenMatches(world)) return refusal("after_match");
    return player !== undefined && maySwitch(world, player) ? undefined : refusal("teams_uneven");
  },
  run({ world }, { id }): void {
    const player = world.players.get(id);
    if (player !== undefined) changeSides(world, player);
  },
});
