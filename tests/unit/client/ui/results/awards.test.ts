import { describe, expect, it } from "vitest";
import { awardsOf } from "#client/ui/results/awards.ts";
import type { ResultsLine, ResultsMessage } from "#shared/messages.ts";

const line = (id: string, part: Partial<ResultsLine> = {}): ResultsLine => ({
  id,
  name: id.toUpperCase(),
  knockouts: 0,
  falls: 0,
  parries: 0,
  flight: 0,
  streak: 0,
  ...part,
});

const results = (lines: ResultsLine[], best: ResultsMessage["best"]): ResultsMessage => ({
  lines,
  best,
  players: lines.length,
});

describe("awards", () => {
  it("name the best, and oneself as such", () => {
    const told = results([line("ann", { flight: 7.2, streak: 2 }), line("bob", { parries: 3 })], {
      flight: "ann",
      streak: "ann",
      parries: "bob",
    });
    expect(awardsOf(told, "bob")).toEqual([
      { kind: "flight", name: "ANN", self: false, value: 7.2 },
      { kind: "streak", name: "ANN", self: false, value: 2 },
      { kind: "parries", name: "BOB", self: true, value: 3 },
    ]);
  });

  it("are for nothing that is nothing, and for nobody of whom nothing is told", () => {
    const told = results([line("ann", { streak: 1 })], { streak: "ann", parries: "gone" });
    expect(awardsOf(told, "ann")).toEqual([]);
    expect(awardsOf(undefined, "ann")).toEqual([]);
  });

  it("say who was hardest on this player, and not on others", () => {
    const nemesis = { id: "bob", name: "BOB", times: 4 };
    const told = results([line("ann", { nemesis }), line("bob")], {});
    expect(awardsOf(told, "ann")).toEqual([{ kind: "nemesis", name: "BOB", self: false, value: 4 }]);
    expect(awardsOf(told, "bob")).toEqual([]);
    expect(awardsOf(told, undefined)).toEqual([]);
  });
});
