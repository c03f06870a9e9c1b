import { z } from "zod";
import { command } from "./command.ts";

/** The host lets the match stand still, or go on after a countdown. */
export const pause = command({
  payload: z.strictObject({ paused: z.boolean() }),
  rate: { perSecond: 1, burst: 4 },
  by: "host",
  refuse: ({ features }, _sender, { paused }) => features.course.refusePause(paused),
  run: ({ features }, { id }, { paused }): void => features.course.pause(paused, id),
});
