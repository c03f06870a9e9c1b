/** What the bots of a room can be, weakest first; of "mixed" ones every third is normal, the rest easy. */
export const BOT_SKILLS = ["easy", "mixed", "normal", "hard"] as const;
export type BotSkill = (typeof BOT_SKILLS)[number];
