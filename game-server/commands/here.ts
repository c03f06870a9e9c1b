import { z } from "zod";
import { command } from "./command.ts";

/** Somebody is there, although no key that they pressed means anything in the game: like every command, it says so. */
export const here = command({
  payload: z.undefined(),
  rate: { perSecond: 1, burst: 3 },
  by: "anybody",
  run: (): void => {},
});
