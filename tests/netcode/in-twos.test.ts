import { describe, expect, it } from "vitest";
import { measureAnswers } from "#lab/netcode/answers.ts";
import { duel } from "#lab/netcode/duel.ts";
import { measureHits } from "#lab/netcode/hits.ts";
import { roomInTwos } from "#lab/netcode/in-twos.ts";
import type { Lies } from "#lab/netcode/liar.ts";
import { PROFILES, type ProfileName } from "#lab/netcode/profiles.ts";
import { measureRunning } from "#lab/netcode/running.ts";
import { TICK_MS } from "#shared/tunables.ts";
import { NIGHTLY } from "../support/nightly.ts";

/** Pushes take a minute of the game for each figure. */
const LINES: readonly ProfileName[] = NIGHTLY ? ["local", "near", "rough"] : ["rough"];
const room = roomInTwos();
const BOUND = { rewind: true, defence: true };
const TRUSTING = { ...BOUND, bounds: false };

describe.each(LINES)("a room that makes two steps at one go, %s", (name) => {
  it("answers inputs no later than one that makes one", async () => {
    const seconds = 10;
    const twos = await measureAnswers(PROFILES[name], { seconds, room });
    const ones = await measureAnswers(PROFILES[name], { seconds });
    // A tenth of a tick: where between two frames of a page an input is made is a matter of phase.
    expect(twos.mean).toBeLessThanOrEqual(ones.mean + TICK_MS / 10);
  });

  it("is foreseen to the bit, and never waits for an input", async () => {
    const figures = await measureRunning(PROFILES[name], { seconds: 10, room });
    expect(figures).toMatchObject({ corrections: 0, errorMax: 0, ownBackwards: 0, clockBackwards: 0 });
    // The bounds of running.test.ts.
    expect(figures.starvation).toBeLessThan(0.005);
    expect(figures.clockErrorP95).toBeLessThanOrEqual(5);
    expect(figures.inputWait).toBeLessThanOrEqual(40);
  });
});

/** Share of blows that are taken back by a victim who braces when they have seen them. */
async function answeredShare(name: ProfileName, reacts: Lies, fairness = BOUND) {
  const exchanges = await duel(PROFILES[name], { leads: [0, 0, 0, 0, 0, 0], reacts, fairness, room });
  return exchanges.filter(({ outcome }) => outcome !== "hit").length / exchanges.length;
}

/** The bounds of liars.test.ts, where what they are is said. */
describe.each(["local", "near"] as const)("somebody who lies about what they saw, in twos, %s", (name) => {
  it("takes no blow back, as an honest one does not", async () => {
    expect(await answeredShare(name, "at times", TRUSTING)).toBe(1);
    expect(await answeredShare(name, "never")).toBe(0);
    expect(await answeredShare(name, "at times")).toBeLessThanOrEqual(1 / 6);
  });

  it.runIf(NIGHTLY)("hits none of the targets that have left their reach", async () => {
    const share = async (lies: Lies, fairness = BOUND) => {
      const past = { agoMs: 200, lies };
      const { hits, pushes } = await measureHits(PROFILES[name], fairness, { seconds: 30, past, room });
      expect(pushes).toBeGreaterThanOrEqual(8);
      return hits / pushes;
    };
    expect(await share("at times", TRUSTING)).toBeGreaterThanOrEqual(0.9);
    expect(await share("at times")).toBeLessThanOrEqual(0.05);
    expect(await share("always")).toBeLessThanOrEqual(0.05);
  });
});

it("leaves answers made in time what they are at 150 ms with jitter, in twos", async () => {
  const leads = [7, 6, 5, 4, 3, 7, 6, 5, 4, 3];
  const outcomes = async (fairness: typeof BOUND) =>
    (await duel(PROFILES.rough, { leads, fairness, room })).map(({ outcome }) => outcome);
  expect(await outcomes(BOUND)).toEqual(await outcomes(TRUSTING));
});
