import { z } from "zod";
import { refusal } from "#shared/refusals/refusal.ts";
import { command } from "./command.ts";

/** The host moves a player or a bot to another team, at any time. When the next match begins, teams are evened out: bots first. */
export const moveTeam = command({
  payload: z.strictObject({ id: z.string().max(40), team: z.number().int().min(0).max(15) }),
  rate: { perSecond: 4, burst: 16 },
  by: "host",
  refuse({ world: { mode, players } }, _sender, { id, team }) {
    const { teams } = mode;
    if (teams === undefined) return refusal("no_teams");
    if (team >= teams) return refusal("no_such_team", { teams });
    return players.has(id) ? undefined : refusal("no_such_player");
  },
  run({ world }, _sender, { id, team }): void {
    const player = world.players.get(id);
    if (player !== undefined) player.team = team;
  },
});
