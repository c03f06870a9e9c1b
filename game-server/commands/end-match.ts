import { z } from "zod";
import { command } from "./command.ts";

/** The host ends the match: it has its results now. A match that has not begun leads back to the lobby, if there is one. */
export const endMatch = command({
  payload: z.undefined(),
  rate: { perSecond: 1, burst: 3 },
  by: "host",
  refuse: ({ features }) => features.course.refuseEnd(),
  run: ({ features }): void => features.course.endMatch(),
});
