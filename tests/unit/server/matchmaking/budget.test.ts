import { describe, expect, it } from "vitest";
import { Budget } from "#server/matchmaking/budget.ts";
import { LIMITS, openRoom, WISH } from "../../../support/budget.ts";

describe("the budget of characters", () => {
  it("holds for a room, for an address and for the server", () => {
    const budget = new Budget(LIMITS);
    expect(openRoom(budget, "home", 127).bots).toBe(40);
    expect(openRoom(budget, "home", 127).bots).toBe(20);
    expect(openRoom(budget, "home", 127).bots).toBe(0);
    expect(openRoom(budget, "elsewhere", 127).bots).toBe(40);
    expect(openRoom(budget, "afar", 127).bots).toBe(0);
    expect(budget.characters).toBe(100);
  });

  it("gives people a place before bots", () => {
    const budget = new Budget(LIMITS);
    const home = openRoom(budget, "home", 40);
    const rooms = [home, openRoom(budget, "elsewhere", 40), openRoom(budget, "afar", 20)];
    home.people.set("session", "friend");
    budget.settle();
    expect(budget.characters).toBe(100);
    expect(rooms.map(({ bots }) => bots)).toEqual([39, 40, 20]);
  });

  it("lets bots come when somebody else's room closes", () => {
    const budget = new Budget({ ...LIMITS, maxCharacters: 40 });
    const first = openRoom(budget, "home", 40);
    const second = openRoom(budget, "elsewhere", 10);
    expect(second.bots).toBe(0);
    budget.remove(first);
    expect(second.bots).toBe(10);
  });

  it("refuses a room with more bots than there is room for, in words with the number", () => {
    const budget = new Budget(LIMITS);
    openRoom(budget, "home", 40);
    expect(() => budget.open({ ...WISH, bots: 30 })).toThrow("bots_of_address?count=19&wanted=30");
    expect(() => budget.open({ ...WISH, bots: 19 })).not.toThrow();
    expect(() => budget.open({ ...WISH, bots: 30, fewerBots: true })).not.toThrow();
    openRoom(budget, "elsewhere", 40);
    expect(() => budget.open({ ...WISH, address: "afar", bots: 30 })).toThrow(
      "bots_of_server?count=19&wanted=30",
    );
  });

  it("refuses people when there are only people left", () => {
    const budget = new Budget({ ...LIMITS, maxCharacters: 2 });
    const room = openRoom(budget, "home", 2);
    budget.admit("friend");
    room.people.set("a", "friend");
    room.people.set("b", "friend");
    budget.settle();
    expect(room.bots).toBe(0);
    expect(() => budget.admit("friend")).toThrow("players_full?players=2");
  });
});

describe("the budget of rooms", () => {
  it("holds for an address, those being opened included", () => {
    const budget = new Budget(LIMITS);
    openRoom(budget, "home", 0);
    const done = budget.open(WISH);
    budget.open(WISH);
    expect(() => budget.open(WISH)).toThrow("rooms_of_address?rooms=3");
    expect(() => budget.open({ ...WISH, address: "elsewhere" })).not.toThrow();
    done();
    expect(() => budget.open(WISH)).not.toThrow();
  });

  it("refuses new rooms and takes bots away while the machine is busy", () => {
    const budget = new Budget(LIMITS);
    const room = openRoom(budget, "home", 20);
    budget.adapt(true, 0.5);
    expect(room.bots).toBe(10);
    expect(() => budget.open(WISH)).toThrow("server_busy");
    budget.adapt(false, 1);
    expect(room.bots).toBe(20);
    expect(() => budget.open(WISH)).not.toThrow();
  });
});
