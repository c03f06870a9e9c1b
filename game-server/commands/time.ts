import { z } from "zod";
import { command } from "./command.ts";

/** What time it was when a question came. */
export interface TimeAnswer {
  /** What the question said. */
  asked: number;
  /** Time of the simulation (ms): the steps that have run, and what has passed of the next one. */
  time: number;
  /** The input that was the quickest on its way since the last question, by its `tick`, and when it came (the same ms). */
  quickest?: { number: number; time: number };
}

/** What time is it on the server? Comes with any number, usually the time of the page (ms). */
export const time = command({
  payload: z.number(),
  // A page asks ten times a second at first, and all that a line holds back comes at once.
  rate: { perSecond: 25, burst: 100 },
  by: "anybody",
  bySelf: true,
  run(room, { id }, asked): TimeAnswer {
    const quickest = room.takeQuickest(id);
    return { asked, time: room.time, ...(quickest === undefined ? {} : { quickest }) };
  },
});
