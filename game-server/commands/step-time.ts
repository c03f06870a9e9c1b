import { z } from "zod";
import { command } from "./command.ts";

/** How busy the server of a room is. */
export interface StepTimeAnswer {
  /** 95th percentile of how long the steps of the last second took (ms). */
  p95: number;
}

/** How long do the steps of this room take? */
export const stepTime = command({
  payload: z.undefined(),
  rate: { perSecond: 5, burst: 20 },
  by: "anybody",
  bySelf: true,
  run: (room): StepTimeAnswer => ({ p95: room.stepP95 }),
});
