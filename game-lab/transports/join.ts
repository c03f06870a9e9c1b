import type { z } from "zod";
import { type JoinRequest, joined } from "./protocol.ts";
import type { Site } from "./site.ts";

/** Times that somebody tries to join before it counts as impossible: as a player would. */
const TRIES = 3;

/**
 * Lets somebody join. Returns them and how many tries failed before: under heavy loss a handshake may.
 * @throws Error with what went wrong in the last one.
 */
export async function join(
  site: Site,
  request: JoinRequest,
  stopping: AbortSignal,
): Promise<{ player: z.infer<typeof joined>; failed: number }> {
  for (let failed = 0; ; failed++) {
    try {
      return { player: await site.askPlayers("join", request, joined), failed };
    } catch (error) {
      stopping.throwIfAborted();
      if (failed + 1 >= TRIES) throw error;
    }
  }
}
