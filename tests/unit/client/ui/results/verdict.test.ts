import { expect, it } from "vitest";
import { verdict } from "#client/ui/results/verdict.ts";

const winner = (name: string) => ({ id: name, name, self: name === "me" });

it.each([
  [[], "Nobody wins!"],
  [["me"], "You win!"],
  [["b"], "b wins!"],
  [["a", "me"], "A draw!"],
])("the headline when %j have won", (names, words) => {
  expect(verdict(names.map(winner))).toBe(words);
});
