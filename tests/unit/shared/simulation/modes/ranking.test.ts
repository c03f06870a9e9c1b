import { describe, expect, it } from "vitest";
import { ENDLESS } from "#shared/simulation/modes/mode.ts";
import { rank, winners } from "#shared/simulation/modes/ranking.ts";
import { MODES, modeOf } from "#shared/simulation/modes/table.ts";

const row = (name: string, knockouts: number, falls: number) => ({
  name,
  self: name === "me",
  score: knockouts,
  knockouts,
  falls,
  points: 0,
  lives: ENDLESS,
});

describe.each(Object.keys(MODES))("the ranking of %s", (id) => {
  const ranked = (...rows: ReturnType<typeof row>[]) => rank(modeOf(id), rows);

  it("puts whoever fell less often before somebody with as many knock-outs", () => {
    const rows = ranked(row("Ann", 3, 4), row("me", 3, 2), row("Bob", 1, 0));
    expect(rows.map(({ name, rank: place }) => [name, place])).toEqual([
      ["me", 1],
      ["Ann", 2],
      ["Bob", 3],
    ]);
    expect(winners(rows).map(({ name }) => name)).toEqual(["me"]);
  });

  it("lets equals share a rank, and the next one counts them", () => {
    const rows = ranked(row("a", 7, 1), row("b", 9, 0), row("c", 7, 1), row("d", 2, 0));
    expect(rows.map(({ rank: place }) => place)).toEqual([1, 2, 2, 4]);
  });

  it("has several winners only when the mode sees no difference", () => {
    const won = (...rows: ReturnType<typeof row>[]) => winners(ranked(...rows)).map(({ name }) => name);
    expect(won(row("a", 3, 2), row("me", 3, 2))).toEqual(["a", "me"]);
    expect(won(row("a", 3, 3), row("b", 3, 2), row("me", 0, 0))).toEqual(["b"]);
    expect(won()).toEqual([]);
  });
});
