import { describe, expect, it } from "vitest";
import { duel, type Exchange } from "#lab/netcode/duel.ts";
import { PROFILES, type ProfileName } from "#lab/netcode/profiles.ts";
import { PARRY_TICKS } from "#shared/simulation/actions.ts";
import { ANSWER_TICKS } from "#shared/simulation/open-blow.ts";

/** From a brace that comes a moment after the blow was seen to one that is over long before. */
const LEADS = Array.from({ length: 24 }, (_, lead) => lead);
/** Braces of which the victim sees that they are a parry: begun at most 150 ms before the blow is on their screen. */
const PARRIES = [7, 6, 5, 4, 3, 7, 6, 5, 4, 3];

/** How the rule of docs/netcode.md decides an exchange. */
function ruled({ blow, processed, seen, released }: Exchange): Exchange["outcome"] {
  if (processed === undefined || seen === undefined) return "hit";
  const late = processed - blow;
  const age = blow - seen;
  if (late > 0) return late > ANSWER_TICKS || age <= 0 ? "hit" : age < PARRY_TICKS ? "parry" : "braced";
  if (-late < PARRY_TICKS) return "parry";
  return released !== undefined && released <= blow ? "hit" : "braced";
}

/** Share of the braces that were a parry on the victim's screen and were one. */
function parried(exchanges: readonly Exchange[]): number {
  const seen = exchanges.filter((each) => {
    const age = each.blow - (each.seen ?? each.blow);
    return age > 0 && age < PARRY_TICKS;
  });
  return seen.filter(({ outcome }) => outcome === "parry").length / seen.length;
}

describe("a brace against a push", () => {
  it.each(["local", "near", "usual", "lossy", "far"] satisfies ProfileName[])(
    "is judged by the rule, to the tick, %s",
    async (name) => {
      const exchanges = await duel(PROFILES[name], { leads: LEADS });
      // A page that gets no state for a while passes over its push now and then.
      expect(exchanges.length).toBeGreaterThanOrEqual(name === "lossy" ? LEADS.length * 0.8 : LEADS.length);
      expect(exchanges.map(({ outcome }) => outcome)).toEqual(exchanges.map(ruled));
      expect(new Set(exchanges.map(({ outcome }) => outcome)).size).toBeGreaterThanOrEqual(2);
    },
  );

  it("that is a parry on the victim's screen is one at 50 and at 150 ms, and would not be without the rule", async () => {
    const control = { rewind: true, defence: false };
    const near = await duel(PROFILES.near, { leads: PARRIES });
    expect(parried(near)).toBe(1);
    expect(parried(await duel(PROFILES.near, { leads: PARRIES, fairness: control }))).toBeLessThan(0.7);
    const usual = await duel(PROFILES.usual, { leads: PARRIES });
    expect(parried(usual)).toBeGreaterThanOrEqual(0.8);
    expect(parried(await duel(PROFILES.usual, { leads: PARRIES, fairness: control }))).toBe(0);
  });

  it("comes too late at 300 ms, whatever the victim saw: the window protects the attacker", async () => {
    expect(parried(await duel(PROFILES.far, { leads: PARRIES }))).toBe(0);
  });

  it("is decided alike whenever it is played", async () => {
    const options = { leads: PARRIES.slice(0, 5), seed: 7 };
    expect(await duel(PROFILES.rough, options)).toEqual(await duel(PROFILES.rough, options));
  });
});
