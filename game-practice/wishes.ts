import * as z from "zod/mini";
import { BOT_SKILLS } from "#shared/bot-skills.ts";
import { DRILLS, type PracticeWish, SPEEDS } from "#shared/practice.ts";
import { PICKUP_NAMES } from "#shared/simulation/pickups/table.ts";

/** Bounds that depend on mode and arena are the matter of the plan. */
const wish = z.object({
  drill: z.optional(z.enum(DRILLS)),
  fight: z.optional(z.boolean()),
  speed: z.optional(z.literal(SPEEDS)),
  bots: z.optional(z.int().check(z.gte(0), z.lte(255))),
  skill: z.optional(z.enum(BOT_SKILLS)),
  mode: z.optional(z.string()),
  arena: z.optional(z.string()),
  pickupsOff: z.optional(z.array(z.enum(PICKUP_NAMES))),
});

/** The wish in a message, or in what was kept of one; one that wants nothing when it is none. */
export function readWish(message: unknown): PracticeWish {
  const { success, data } = wish.safeParse(message);
  return success ? data : {};
}
