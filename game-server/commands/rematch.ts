import { z } from "zod";
import { refusal } from "#shared/refusals/refusal.ts";
import { command } from "./command.ts";

/** This player wants the next match now. */
export const rematch = command({
  payload: z.undefined(),
  rate: { perSecond: 2, burst: 5 },
  by: "player",
  refuse: ({ world }) => (world.phase === "results" ? undefined : refusal("no_vote_now")),
  run: ({ features }, { id }): void => features.rematch.vote(id),
});
