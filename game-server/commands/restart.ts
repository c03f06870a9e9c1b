import { z } from "zod";
import { refusal } from "#shared/refusals/refusal.ts";
import { command } from "./command.ts";

/** The host lets the match begin again, from its countdown. */
export const restart = command({
  payload: z.undefined(),
  rate: { perSecond: 1, burst: 3 },
  by: "host",
  refuse: ({ world: { phase } }) =>
    phase === "countdown" || phase === "playing" ? undefined : refusal("no_match_runs"),
  run: ({ features }): void => features.course.start(),
});
