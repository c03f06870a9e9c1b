import { z } from "zod";
import { command } from "./command.ts";

/** Somebody who plays gives up their seat and their character, and watches. */
export const watch = command({
  payload: z.undefined(),
  // Whoever plays again begins anew, on a spawn and without a score: nothing to be done in the middle of a fight.
  rate: { perSecond: 0.2, burst: 2 },
  by: "anybody",
  refuse: ({ features }, { id }) => features.spectators.refuseWatch(id),
  run: ({ features }, { id }): void => features.spectators.watch(id),
});
