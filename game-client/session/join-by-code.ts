import type { PlayerClient } from "#player/player-client.ts";
import type { RoomSession } from "#player/room-session.ts";
import { WRONG_PASSWORD } from "#shared/messages.ts";
import type { Stores } from "./stores/stores.ts";
import { explainFailure } from "./words.ts";

/** What a room is joined with, besides who one is. */
export interface JoinOptions {
  readonly password: string;
  readonly spectate: boolean;
}

/**
 * Joins the room of a code. Of a room with another password, the menu asks for that.
 * @throws MatchMakeError when the server refuses.
 */
export async function joinByCode(
  client: PlayerClient,
  code: string,
  options: JoinOptions,
  { passwordFor, passwordToWatch }: Stores["menu"],
): Promise<RoomSession> {
  try {
    return await client.join(code, options);
  } catch (error) {
    if (explainFailure(error).code === WRONG_PASSWORD) passwordFor.value = code;
    passwordToWatch.value = options.spectate;
    throw error;
  }
}
