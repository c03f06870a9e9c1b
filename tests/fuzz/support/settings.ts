import { NIGHTLY } from "../../support/nightly.ts";

/**
 * Where the dice begin: what `FUZZ_SEED` says; of its own every night; and by day always at the same place, so that nobody's
 * change fails for what was there before.
 */
export const seed = Number(process.env.FUZZ_SEED ?? (NIGHTLY ? Math.floor(Date.now() / 1000) : 1)) | 0;

/** The one case that `FUZZ_PATH` names, as the report of a failure does. */
export const path = process.env.FUZZ_PATH;

/** The first number by day, the second one at night. */
export function byDayOrNight(day: number, night: number): number {
  return NIGHTLY ? night : day;
}
