import { z } from "zod";
import { refusal } from "#shared/refusals/refusal.ts";
import { isBetweenMatches } from "./between-matches.ts";
import { command } from "./command.ts";

/** This player is ready for the next match, in the lobby and while the results are shown; with `false` not any more. */
export const rematch = command({
  payload: z.boolean().optional(),
  rate: { perSecond: 2, burst: 5 },
  by: "player",
  refuse: ({ world }) => (isBetweenMatches(world) ? undefined : refusal("no_vote_now")),
  run: ({ features }, { id }, ready = true): void => features.rematch.want(id, ready),
});
