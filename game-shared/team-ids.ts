/** What teams go by, in the order of their numbers from 0. No mode has more of them. */
export const TEAM_IDS = ["blue", "orange"] as const;
export type TeamId = (typeof TEAM_IDS)[number];
