import { describe, expect, it } from "vitest";
import { duel } from "#lab/netcode/duel.ts";
import { measureHits } from "#lab/netcode/hits.ts";
import type { Lies } from "#lab/netcode/liar.ts";
import { PROFILES, type ProfileName } from "#lab/netcode/profiles.ts";

const BOUND = { rewind: true, defence: true };
/** The control: whatever a page claims is believed. */
const TRUSTING = { ...BOUND, bounds: false };

/** Share of hits of pushes at a target that left the reach on the own screen, at where it was 200 ms before. */
async function hitShare(name: ProfileName, lies: Lies, fairness = BOUND) {
  const { hits, pushes } = await measureHits(PROFILES[name], fairness, {
    seconds: 30,
    past: { agoMs: 200, lies },
  });
  expect(pushes).toBeGreaterThanOrEqual(8);
  return hits / pushes;
}

/** Share of blows that are taken back by a victim who braces when they have seen them. */
async function answeredShare(name: ProfileName, reacts: Lies, fairness = BOUND) {
  const exchanges = await duel(PROFILES[name], { leads: [0, 0, 0, 0, 0, 0], reacts, fairness });
  return exchanges.filter(({ outcome }) => outcome !== "hit").length / exchanges.length;
}

describe.each(["local", "near", "rough"] as const)("somebody who backdates what they saw, %s", (name) => {
  it("hits none of the targets that have left their reach, as an honest one does not", async () => {
    // Without the bound all of them are hit: the cap of 500 ms leaves room for 200 ms on every one of these lines.
    expect(await hitShare(name, "at times", TRUSTING)).toBeGreaterThanOrEqual(0.9);
    expect(await hitShare(name, "never")).toBe(0);
    // A picture may be 60 ms older than it should: 0.4 tiles at full speed, and these have run 1.2.
    expect(await hitShare(name, "at times")).toBeLessThanOrEqual(0.05);
    // Nobody draws others that far behind without a reason that the server sees, either.
    expect(await hitShare(name, "always")).toBeLessThanOrEqual(0.05);
  });
});

describe.each(["local", "near"] as const)("somebody who says they had not seen a blow, %s", (name) => {
  it("takes none back, as an honest one does not", async () => {
    // The window of 140 ms is longer than these round trips with the time to the next patch.
    expect(await answeredShare(name, "at times", TRUSTING)).toBe(1);
    expect(await answeredShare(name, "never")).toBe(0);
    // One of six: that a reaction comes within the grain of the bound is a matter of phase.
    expect(await answeredShare(name, "at times")).toBeLessThanOrEqual(1 / 6);
  });
});

describe.each(["lossy", "bursts"] as const)("an honest page on a bad line, %s", (name) => {
  it("hits as much as if everything it says were believed", async () => {
    const share = async (fairness: typeof BOUND) => {
      const { hits, pushes } = await measureHits(PROFILES[name], fairness, { seconds: 60 });
      return hits / pushes;
    };
    // One push of the 20 or more may end otherwise: a stall that is the first for ten seconds is not believed in full.
    expect(await share(BOUND)).toBeGreaterThanOrEqual((await share(TRUSTING)) - 0.05);
  });
});

it("leaves answers made in time what they are at 150 ms with jitter", async () => {
  const leads = [7, 6, 5, 4, 3, 7, 6, 5, 4, 3];
  const outcomes = async (fairness: typeof BOUND) =>
    (await duel(PROFILES.rough, { leads, fairness })).map(({ outcome }) => outcome);
  expect(await outcomes(BOUND)).toEqual(await outcomes(TRUSTING));
});
