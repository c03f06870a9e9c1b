import * as z from "zod/mini";
import { DRILLS, MOST_BOTS, type PracticeWish, SPEEDS } from "#shared/practice.ts";

const wish = z.object({
  drill: z.optional(z.enum(DRILLS)),
  fight: z.optional(z.boolean()),
  speed: z.optional(z.literal(SPEEDS)),
  bots: z.optional(z.int().check(z.gte(0), z.lte(MOST_BOTS))),
  arena: z.optional(z.string()),
});

/** The wish in a message; one that wants nothing when it is none. */
export function readWish(message: unknown): PracticeWish {
  const { success, data } = wish.safeParse(message);
  return success ? data : {};
}
