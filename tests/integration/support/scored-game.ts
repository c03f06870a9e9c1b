import type { LocalGameServer } from "#server/server.ts";
import type { World } from "#shared/simulation/types.ts";
import { startGame } from "../../support/game.ts";

/** What each person who sits in a room of `startScoredGame` has scored. */
export const KNOCKOUTS = 7;

/** Starts a server in whose rooms people have scored, so that it is seen whether that goes along when a room moves. */
export function startScoredGame(): Promise<LocalGameServer> {
  const scored = (world: World) => {
    for (const player of world.players.values()) if (!player.bot) player.knockouts = KNOCKOUTS;
  };
  return startGame({}, { onStep: scored });
}
