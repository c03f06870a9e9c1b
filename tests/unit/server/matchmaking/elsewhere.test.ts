import { describe, expect, it } from "vitest";
import { type Elsewhere, type Held, NOTHING, Tally } from "#server/matchmaking/addresses.ts";
import { Budget } from "#server/matchmaking/budget.ts";
import { Reservations } from "#server/matchmaking/reservations.ts";
import { LIMITS, openRoom, WISH } from "../../../support/budget.ts";

/** Other processes in which the address "home" holds something. */
function others(held: Partial<Held>) {
  const elsewhere = { changes: 0, held: { ...NOTHING, ...held } };
  const asked: Elsewhere = {
    held: (address) => (address === "home" ? elsewhere.held : NOTHING),
    changed() {
      elsewhere.changes += 1;
    },
  };
  return { elsewhere, asked };
}

describe("limits of an address that holds something in other processes", () => {
  it("count the rooms there", () => {
    const budget = new Budget(LIMITS, others({ rooms: 2 }).asked);
    budget.open(WISH)();
    openRoom(budget, "home", 0);
    expect(() => budget.open(WISH)).toThrow("rooms_of_address?rooms=3");
    expect(() => budget.open({ ...WISH, elsewhere: true })).toThrow("rooms_of_address?rooms=3");
    budget.open({ ...WISH, address: "afar" })();
  });

  it("count the people there, also for a room of another process", () => {
    const { asked, elsewhere } = others({ people: 60 });
    const budget = new Budget(LIMITS, asked);
    expect(() => budget.admit("home")).toThrow("players_of_address?players=60");
    expect(() => budget.admit("home", true)).toThrow("players_of_address?players=60");
    expect(() => budget.open({ ...WISH, elsewhere: true })).toThrow("players_of_address");
    elsewhere.held = { ...NOTHING, people: 59 };
    budget.admit("home");
  });

  it("count the bots there, for new ones, and drive none away", () => {
    const { asked, elsewhere } = others({ bots: 30 });
    const budget = new Budget(LIMITS, asked);
    expect(budget.botsLeft("home")).toBe(29);
    expect(() => budget.open({ ...WISH, bots: 30, elsewhere: true })).toThrow(
      "bots_of_address?count=29&wanted=30",
    );
    const room = openRoom(budget, "home", 40);
    expect(room.bots).toBe(30);
    elsewhere.held = { ...NOTHING, bots: 50 };
    budget.settle();
    expect(room.bots).toBe(30);
    elsewhere.held = NOTHING;
    budget.settle();
    expect(room.bots).toBe(40);
  });

  it("leave what this process has room for out when another one opens the room", () => {
    const budget = new Budget({ ...LIMITS, maxCharacters: 1 });
    openRoom(budget, "afar", 0).people.set("session", "afar");
    expect(budget.full?.message).toBe("players_full?players=1");
    expect(() => budget.admit("home")).toThrow("players_full");
    expect(() => budget.open(WISH)).toThrow("players_full");
    budget.open({ ...WISH, bots: 20, elsewhere: true })();
  });

  it("count the seats that wait there", () => {
    const { asked, elsewhere } = others({ waiting: 3 });
    const reservations = new Reservations(4, () => 0, asked);
    reservations.ask("home").issued("ABCD", "session");
    expect(() => reservations.ask("home")).toThrow("seats_waiting?seats=4&seconds=5");
    reservations.ask("afar").refused();
    expect(elsewhere.changes).toBe(1);
    reservations.taken("session");
    reservations.taken("a session of another process");
    expect(elsewhere.changes).toBe(2);
    reservations.ask("home").refused();
  });

  it("are told to the others when rooms open and close and when people come", () => {
    const { asked, elsewhere } = others({});
    const budget = new Budget(LIMITS, asked);
    const room = openRoom(budget, "home", 4);
    room.people.set("one", "home").set("two", "afar");
    const reservations = new Reservations(4, () => 0, asked);
    reservations.ask("afar").issued("ABCD", "three");
    const tally = new Tally();
    budget.count(tally);
    reservations.count(tally);
    expect(Object.fromEntries(tally.byAddress)).toEqual({
      home: { rooms: 1, people: 1, bots: 4, waiting: 0 },
      afar: { rooms: 0, people: 1, bots: 0, waiting: 1 },
    });
    const before = elsewhere.changes;
    budget.settle();
    budget.remove(room);
    expect(elsewhere.changes).toBeGreaterThanOrEqual(before + 2);
  });
});
