import { z } from "zod";
import { refusal } from "#shared/refusals/refusal.ts";
import { command } from "./command.ts";

/** Somebody who only watches stands in line for the next free seat, or no more. One that is free they get at once. */
export const queue = command({
  payload: z.strictObject({ on: z.boolean() }),
  rate: { perSecond: 1, burst: 5 },
  by: "anybody",
  refuse: ({ features }, { id }, { on }) =>
    on && !features.spectators.is(id) ? refusal("playing_already") : undefined,
  run: ({ features }, { id }, { on }): void => features.spectators.queue(id, on),
});
