import { z } from "zod";
import { command } from "./command.ts";

/** Lets nobody else into the room, or everybody again. */
export const lock = command({
  payload: z.strictObject({ locked: z.boolean() }),
  rate: { perSecond: 2, burst: 5 },
  by: "host",
  run({ features, state }, _sender, { locked }): void {
    if (state.locked !== locked) features.order.lock(locked);
  },
});
