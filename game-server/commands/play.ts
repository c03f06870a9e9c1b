import { z } from "zod";
import { command } from "./command.ts";

/** Somebody who only watches takes a free seat; a bot gives way. */
export const play = command({
  payload: z.undefined(),
  rate: { perSecond: 1, burst: 3 },
  by: "anybody",
  refuse: ({ features }, { id }) => features.spectators.refusePlay(id),
  run: ({ features }, { id }): void => features.spectators.play(id),
});
