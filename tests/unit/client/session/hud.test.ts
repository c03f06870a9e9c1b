import { describe, expect, it } from "vitest";
import { qualityOf } from "#client/session/hud.ts";
import { hasWon } from "#client/session/teams.ts";
import { SeatState } from "#shared/state/seat-state.ts";
import { NO_TEAM } from "#shared/state/seat-team.ts";
import { openHud } from "./open-hud.ts";

it("a room that is about to close says so, until somebody does something", () => {
  const { state, stores, hud } = openHud();
  state.tick = 1000;
  state.closesAt = 1000 + 42 * 50;
  hud.patch();
  expect(stores.hud.closesIn.value).toBe(42);
  state.closesAt = 0;
  hud.patch();
  expect(stores.hud.closesIn.value).toBe(0);
});

describe("the score table", () => {
  it("is made anew when somebody's numbers, name or look changed, and only then", () => {
    const { ann, bob, stores, hud, names } = openHud();
    expect(names()).toEqual(["Ann", "Bob"]);
    const first = stores.standings.scores.value;
    hud.patch();
    expect(stores.standings.scores.value).toBe(first);
    Object.assign(bob, { score: 3, knockouts: 3 });
    hud.patch();
    expect(names()).toEqual(["Bob", "Ann"]);
    ann.look = 0x123;
    ann.name = "Anna";
    hud.patch();
    expect(stores.standings.scores.value[1]).toMatchObject({
      name: "Anna",
      self: true,
      look: { color: 3, pattern: 2, hat: 1 },
    });
  });

  it("has a row for who plays, and none for who watches", () => {
    const { ann, bob, hud, names } = openHud();
    bob.role = "spectator";
    hud.patch();
    expect(names()).toEqual(["Ann"]);
    ann.role = "spectator";
    bob.role = "player";
    hud.patch();
    expect(names()).toEqual(["Bob"]);
  });

  it("ranks equal scores by the rules of the mode", () => {
    const { ann, bob, stores, hud } = openHud();
    Object.assign(ann, { score: 3, knockouts: 3, falls: 2 });
    Object.assign(bob, { score: 3, knockouts: 3, falls: 1 });
    hud.patch();
    expect(stores.standings.scores.value.map(({ name, rank }) => [name, rank])).toEqual([
      ["Bob", 1],
      ["Ann", 2],
    ]);
    ann.falls = 1;
    hud.patch();
    expect(stores.standings.scores.value.map(({ rank }) => rank)).toEqual([1, 1]);
  });

  it("keeps the names of those who have won, also when they leave", () => {
    const { state, stores, hud } = openHud();
    state.winners.push("b");
    hud.patch();
    expect(stores.standings.winners.value).toEqual([{ id: "b", name: "Bob", self: false, team: NO_TEAM }]);
    state.seats.delete("b");
    hud.patch();
    expect(stores.standings.winners.value.map(({ name }) => name)).toEqual(["Bob"]);
    state.winners.clear();
    hud.patch();
    expect(stores.standings.winners.value).toEqual([]);
  });

  it("has no row for who left, even when somebody else came in the same patch", () => {
    const { state, hud, names } = openHud();
    state.seats.delete("b");
    const cyd = new SeatState();
    cyd.name = "Cyd";
    state.seats.set("c", cyd);
    hud.patch();
    expect(names()).toEqual(["Ann", "Cyd"]);
    state.seats.delete("c");
    hud.patch();
    expect(names()).toEqual(["Ann"]);
  });
});

describe("teams", () => {
  it("say how they do and which is one's own, made anew only when that changed", () => {
    const { state, ann, bob, stores, hud } = openHud();
    expect(stores.standings.teams.value).toEqual([]);
    expect(stores.standings.scores.value.map(({ team }) => team)).toEqual([NO_TEAM, NO_TEAM]);
    state.teamPoints.push(3, 7);
    ann.team = 1;
    hud.patch();
    const teams = stores.standings.teams.value;
    expect(teams).toEqual([
      { team: 0, points: 3, players: 1, own: false },
      { team: 1, points: 7, players: 1, own: true },
    ]);
    expect(stores.standings.scores.value.map(({ name, team }) => [name, team])).toEqual([
      ["Ann", 1],
      ["Bob", 0],
    ]);
    hud.patch();
    expect(stores.standings.teams.value).toBe(teams);
    bob.role = "spectator";
    ann.role = "spectator";
    hud.patch();
    expect(stores.standings.teams.value.map(({ players, own }) => [players, own])).toEqual([
      [0, false],
      [0, false],
    ]);
  });

  it.each([
    [
      true,
      [
        ["me", 1],
        ["a", 1],
      ],
    ],
    [true, [["me", NO_TEAM]]],
    [
      true,
      [
        ["me", 0],
        ["", NO_TEAM],
      ],
    ],
    [
      false,
      [
        ["me", NO_TEAM],
        ["a", NO_TEAM],
      ],
    ],
    [
      false,
      [
        ["me", 1],
        ["a", 0],
      ],
    ],
    [false, [["a", 1]]],
    [false, []],
  ] as const)("won is %s with the winners %j", (won, winners) => {
    expect(hasWon(winners.map(([name, team]) => ({ id: name, name, self: name === "me", team })))).toBe(won);
  });
});

describe("the quality of a connection", () => {
  it.each([
    [5, 1, 3],
    [80, 12, 3],
    [81, 12, 2],
    [80, 13, 2],
    [180, 35, 2],
    [181, 1, 1],
    [20, 36, 1],
    [900, 300, 1],
  ])("with a round trip of %i ms and a jitter of %i ms is %i", (rtt, jitter, quality) => {
    expect(qualityOf(rtt, jitter)).toBe(quality);
  });
});
