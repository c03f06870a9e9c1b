import { describe, expect, it } from "vitest";
import { type Played, tablesOf } from "#lab/bench/bots-tables.ts";
import { loadArena, playMatch } from "#lab/bench/tournament.ts";

const MEADOW = loadArena("meadow");
const SHORT = { arena: MEADOW, seed: 3, seconds: 6 };

function playedOf(mode: string): Played {
  return {
    ...{ mode, arena: MEADOW.name },
    bots: [playMatch({ ...SHORT, mode, skills: ["easy", "normal", "hard"] })],
    newcomer: [playMatch({ ...SHORT, mode, skills: ["newcomer", "easy"] })],
  };
}

/** The cells of the rows of a mode in the first table. */
function rowsOf(tables: string, name: string): string[][] {
  const rows = tables.split("\n").filter((line) => line.startsWith(`| ${name}`));
  return rows.map((row) => row.split("|").map((cell) => cell.trim()));
}

describe("the tables of the bots", () => {
  const brawl = playedOf("brawl");
  const [result] = brawl.bots;
  if (result === undefined) throw new Error("Nothing was played.");

  it("have a row for each mode and arena, one for all arenas, and one of what was used", () => {
    const rows = rowsOf(tablesOf([brawl, playedOf("king")]), "Brawl");
    expect(rows.map(([, , arena]) => arena)).toEqual(["Cloud Meadow", "*all*", "Cloud Meadow"]);
    // There is no ice on the meadow.
    expect(rows[2]?.[3]).toBe("–");
  });

  it("count knock-outs by the minute and for six players, and mark what misses its target", () => {
    const falls = (knockedOut: number): Played => {
      const [first, ...others] = result.contestants;
      if (first === undefined) throw new Error("Nobody has played.");
      const none = others.map((one) => ({ ...one, falls: 0, selfKnockouts: 0 }));
      const contestants = [{ ...first, falls: knockedOut + 1, selfKnockouts: 1 }, ...none];
      return { ...brawl, bots: [{ ...result, seconds: 60, contestants }] };
    };
    const few = tablesOf([falls(5)]);
    expect(rowsOf(few, "Brawl")[0]?.[3]).toBe("10.0 (!)");
    expect(few).toContain("- Brawl, Cloud Meadow: knock-outs a minute 10.0");
    const enough = tablesOf([falls(9)]);
    expect(rowsOf(enough, "Brawl")[0]?.[3]).toBe("18.0");
    expect(enough).not.toContain("knock-outs a minute 18.0");
  });

  it("say how many goals there were only where there are some", () => {
    const goals = (mode: string): string | undefined =>
      rowsOf(tablesOf([playedOf(mode)]), mode === "brawl" ? "Brawl" : "Push ball")[0]?.[7];
    expect(goals("brawl")).toBe("");
    expect(goals("push-ball")).toMatch(/^\d/);
  });
});
