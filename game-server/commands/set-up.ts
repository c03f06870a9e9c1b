import { z } from "zod";
import { BOT_SKILLS } from "#shared/bot-skills.ts";
import { PICKUP_NAMES } from "#shared/simulation/pickups/table.ts";
import { command } from "./command.ts";

/** Longest name of an arena or a mode (characters). */
const MAX_NAME = 40;

/**
 * The host says what the next match is to be, in the lobby or while the results are shown, or at any time how many bots
 * there are, how good they are, and which pickups do not appear. What is left out stays as it is.
 */
export const setUp = command({
  payload: z.strictObject({
    arena: z.string().max(MAX_NAME).optional(),
    mode: z.string().max(MAX_NAME).optional(),
    /** Length of a match (s). */
    timeLimit: z.number().int().min(30).max(1800).optional(),
    bots: z.number().int().min(0).max(127).optional(),
    botSkill: z.enum(BOT_SKILLS).optional(),
    pickupsOff: z.array(z.enum(PICKUP_NAMES)).max(PICKUP_NAMES.length).readonly().optional(),
  }),
  rate: { perSecond: 4, burst: 10 },
  by: "host",
  refuse: ({ features }, _sender, wanted) => features.setUp.refuseChange(wanted),
  run: ({ features }, _sender, wanted): void => features.setUp.change(wanted),
});
