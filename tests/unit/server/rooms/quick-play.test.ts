import { describe, expect, it } from "vitest";
import { skillOf } from "#bots/brain/skills.ts";
import { parseJoinOptions, quickPlayOptions } from "#server/matchmaking/join-options.ts";

describe("quick play", () => {
  it("heeds how good the bots should be, and nothing else about the room", () => {
    const asked = parseJoinOptions({
      name: "Ann",
      look: 5,
      botSkill: "easy",
      bots: 0,
      password: "x",
      private: true,
    });
    const usual = parseJoinOptions({});
    expect(quickPlayOptions(asked)).toEqual({ ...usual, name: "Ann", look: 5, botSkill: "easy" });
  });

  it("has all pickups, whatever somebody would leave out", () => {
    expect(quickPlayOptions(parseJoinOptions({ pickupsOff: ["hook"] })).pickupsOff).toEqual([]);
  });

  it("refuses a skill that there is not", () => {
    expect(() => parseJoinOptions({ botSkill: "godlike" })).toThrow(
      "no_skill?skills=easy%2C%20mixed%2C%20normal%2C%20hard",
    );
  });
});

describe("mixed bots", () => {
  it("are easy but for every third, which is normal", () => {
    expect([0, 1, 2, 3, 4, 5].map((number) => skillOf("mixed", number))).toEqual([
      "easy",
      "easy",
      "normal",
      "easy",
      "easy",
      "normal",
    ]);
    expect(skillOf("hard", 0)).toBe("hard");
  });
});

describe("the pickups that a room leaves out", () => {
  it("are named once each", () => {
    expect(parseJoinOptions({ pickupsOff: ["hook", "anvil", "hook"] }).pickupsOff).toEqual(["hook", "anvil"]);
  });

  it.each([[["sword"]], ["hook"], [Array.from({ length: 99 }, () => "hook")]])("are no %j", (pickupsOff) => {
    expect(() => parseJoinOptions({ pickupsOff })).toThrow("no_pickup?pickups=feather");
  });
});
