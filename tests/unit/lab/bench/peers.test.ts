import { describe, expect, it } from "vitest";
import { inSmallRooms, type Window } from "#lab/bench/peers/contestants.ts";
import { driftOf, figuresOf, type Turn, troubleWith } from "#lab/bench/peers/judge.ts";

/** A window of 100 clients in which each cost so many ms a second. */
function window(cost: number, rest: Partial<Window> = {}): Window {
  return {
    clients: 100,
    cpu: cost * 10,
    perUpdate: cost * 40,
    updates: 2500,
    bytes: 700,
    lateP99: 1,
    others: 2,
    ...rest,
  };
}

describe("a window", () => {
  it("counts when its clients were in time and the machine had little else to do", () => {
    expect(troubleWith(window(1))).toBeUndefined();
    expect(troubleWith(window(1, { lateP99: 20 }))).toContain("20.0 ms late");
    expect(troubleWith(window(1, { others: 60 }))).toContain("60 % of a core");
    expect(troubleWith(window(1, { updates: 0 }))).toContain("no update");
  });
});

describe("ratios", () => {
  it("are taken within a turn, whatever the machine did in another one", () => {
    const turns: Turn[] = [
      new Map([
        ["stampede", window(2)],
        ["floor", window(1)],
      ]),
      new Map([
        ["stampede", window(6)],
        ["floor", window(3)],
      ]),
    ];
    const ratio = figuresOf(turns).find(({ name }) => name === "stampede / floor");
    expect(ratio).toMatchObject({ unit: "x", median: 2, low: 2, high: 2 });
  });

  it("are left out where one of the two did not count", () => {
    const turns: Turn[] = [new Map([["stampede", window(2)]]), new Map([["floor", window(1)]])];
    expect(figuresOf(turns).map(({ name }) => name)).not.toContain("stampede / floor");
  });
});

describe("the drift of the machine", () => {
  it("is what somebody who always does the same took more in one turn than in another", () => {
    const of = (cost: number): Turn => new Map([["floor", window(cost)]]);
    expect(driftOf([of(1), of(1.1)])).toContain("10 % apart). Little");
    expect(driftOf([of(1), of(1.5)])).toContain("50 % apart). Much");
    expect(driftOf([of(1)])).toContain("unknown");
  });
});

describe("a crowd in small rooms", () => {
  it("has whole rooms, and its cost is shared by those who are there", async () => {
    const brawls = inSmallRooms({ measure: async ({ clients }) => window(1, { clients }) });
    const load = { clients: 100, players: 100, seconds: 10 };
    expect(await brawls.measure(load)).toMatchObject({ clients: 96 });
    expect(await brawls.measure({ ...load, clients: 5 })).toMatchObject({ clients: 8 });
  });
});
