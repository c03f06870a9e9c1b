import { describe, expect, it } from "vitest";
import { choosing, choosingMode, startingChoice, tidy } from "#client/ui/menu/create-choice.ts";

const ARENAS = [
  { id: "archipelago", name: "Archipelago", minPlayers: 16, maxPlayers: 128 },
  { id: "meadow", name: "Meadow", minPlayers: 2, maxPlayers: 8 },
  { id: "frost", name: "Frost", minPlayers: 4, maxPlayers: 16 },
].map((arena) => ({ ...arena, marks: [] }));
const USUAL = startingChoice(ARENAS, undefined);

describe("what a new room begins with", () => {
  it("suits most: an ordinary arena, bots that fit, and a lobby", () => {
    expect(USUAL).toMatchObject({
      arena: "meadow",
      mode: "brawl",
      bots: 3,
      botSkill: "fitting",
      lobby: true,
    });
  });

  it("is what was chosen last", () => {
    const last = { ...USUAL, arena: "frost", maxPlayers: 12, bots: 0, private: true };
    expect(startingChoice(ARENAS, last)).toEqual(last);
  });

  it.each([
    ["an arena that is gone", { arena: "atlantis" }],
    ["more seats than the arena has by now", { maxPlayers: 12 }],
    ["a mode that is not played there", { mode: "stampede" }],
  ])("is the usual where the last choice had %s", (_name, part) => {
    expect(startingChoice(ARENAS, { ...USUAL, ...part })).toEqual(USUAL);
  });

  it("leaves a seat to the one who opens it", () => {
    expect(tidy({ ...USUAL, maxPlayers: 4, bots: 7 }).bots).toBe(3);
    expect(startingChoice(ARENAS, { ...USUAL, maxPlayers: 2, bots: 9 }).bots).toBe(1);
  });
});

describe("another arena", () => {
  it("keeps the seats as far as it has them", () => {
    const [huge, small] = ARENAS;
    if (huge === undefined || small === undefined) throw new Error("There are three arenas.");
    const before = { ...USUAL, arena: "frost", maxPlayers: 14 };
    expect(choosing(small, before)).toEqual({ arena: "meadow", mode: "brawl", maxPlayers: 8 });
    expect(choosing(huge, before)).toMatchObject({ mode: "stampede", maxPlayers: 128 });
  });
});

describe("another mode", () => {
  it("is as long as is usual in it, unless somebody chose a length", () => {
    expect(choosingMode("last", { mode: "brawl", timeLimit: 180 })).toEqual({ mode: "last", timeLimit: 300 });
    expect(choosingMode("last", { mode: "brawl", timeLimit: 60 })).toEqual({ mode: "last", timeLimit: 60 });
  });
});
