import { expect, it } from "vitest";
import { verdict } from "#client/ui/results/verdict.ts";
import { NO_TEAM } from "#shared/state/seat-team.ts";

const winner = (name: string, team = NO_TEAM) => ({ id: name, name, self: name === "me", team });

it.each([
  [[], "Nobody wins!"],
  [["me"], "You win!"],
  [["b"], "b wins!"],
  [["a", "me"], "A draw!"],
])("the headline when %j have won", (names, words) => {
  expect(verdict(names.map((name) => winner(name)))).toBe(words);
});

it.each([
  [[["a", 0]], "Blue team wins!"],
  [
    [
      ["a", 1],
      ["b", 1],
    ],
    "Orange team wins!",
  ],
  [
    [
      ["a", 1],
      ["me", 1],
    ],
    "Your team wins!",
  ],
  [
    [
      ["a", 1],
      ["b", 0],
    ],
    "A draw!",
  ],
  [
    [
      ["", NO_TEAM],
      ["b", 0],
    ],
    "Blue team wins!",
  ],
] as const)("the headline when %j of the teams have won", (who, words) => {
  expect(verdict(who.map(([name, team]) => winner(name, team)))).toBe(words);
});
