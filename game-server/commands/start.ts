import { z } from "zod";
import { refusal } from "#shared/refusals/refusal.ts";
import { isBetweenMatches } from "./between-matches.ts";
import { command } from "./command.ts";

/** The host begins the next match, whoever is ready. */
export const start = command({
  payload: z.undefined(),
  rate: { perSecond: 1, burst: 3 },
  by: "host",
  refuse: ({ world }) => (isBetweenMatches(world) ? undefined : refusal("match_runs")),
  run: ({ features }): void => features.course.start(),
});
