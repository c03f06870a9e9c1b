import { duel } from "./duel.ts";
import { type HitFigures, measureHits } from "./hits.ts";
import type { Lies } from "./liar.ts";
import type { Profile } from "./profiles.ts";

/** What lying about what one saw brings. */
export interface LiarFigures {
  /** Pushes at targets that have left the reach on the own screen. */
  hits: Record<Lies, HitFigures>;
  /** Blows of `EXCHANGES` that were taken back after they had been seen. */
  answered: Record<Lies, number>;
}

/** So long ago (ms) a target that is pushed at was in reach: 1.2 tiles at full speed. */
const AGO_MS = 200;
const EXCHANGES = 15;

/** Lets somebody play who tells the truth, and who does not. Without `bounds` the server believes everything. */
export async function measureLiars(profile: Profile, bounds: boolean): Promise<LiarFigures> {
  const fairness = { rewind: true, defence: true, bounds };
  const hits = (lies: Lies) => measureHits(profile, fairness, { past: { agoMs: AGO_MS, lies } });
  const answered = async (reacts: Lies) => {
    const exchanges = await duel(profile, { leads: Array(EXCHANGES).fill(0), reacts, fairness });
    return exchanges.filter(({ outcome }) => outcome !== "hit").length;
  };
  return {
    hits: { never: await hits("never"), "at times": await hits("at times"), always: await hits("always") },
    answered: {
      never: await answered("never"),
      "at times": await answered("at times"),
      always: await answered("always"),
    },
  };
}
