import { expect, it } from "vitest";
import { Reservations } from "#server/matchmaking/reservations.ts";

/** Four at once, and a clock that is turned by hand. */
function reservations() {
  const clock = { now: 0 };
  const desk = new Reservations(4, () => clock.now);
  let sessions = 0;
  const take = (address: string, free = 10, code = "AAAAA"): string => {
    const sessionId = `session${++sessions}`;
    desk.ask(address, { code, free }).issued(code, sessionId);
    return sessionId;
  };
  return { clock, desk, take };
}

it("an address has so many seats waiting at once, and others are not concerned", () => {
  const { desk, take } = reservations();
  const [first = ""] = [take("home"), take("home"), take("home"), take("home")];
  expect(() => take("home")).toThrow("seats_waiting?seats=4&seconds=5");
  expect(() => take("elsewhere")).not.toThrow();
  desk.taken(first);
  expect(() => take("home")).not.toThrow();
});

it("requests that are not answered yet count", () => {
  const { desk } = reservations();
  const tickets = Array.from({ length: 4 }, () => desk.ask("home"));
  expect(() => desk.ask("home")).toThrow("seats_waiting");
  tickets[0]?.refused();
  expect(() => desk.ask("home")).not.toThrow();
});

it("a seat waits for five seconds", () => {
  const { clock, desk, take } = reservations();
  take("home");
  clock.now = 4999;
  expect(desk.size).toBe(1);
  clock.now = 5000;
  expect(desk.size).toBe(0);
});

it("the last free seat of a room is for an address that has no other one waiting there", () => {
  const { take } = reservations();
  take("home", 2);
  expect(() => take("home", 1)).toThrow("last_seat?code=AAAAA");
  expect(() => take("home", 1, "BBBBB")).not.toThrow();
  expect(() => take("friend", 1)).not.toThrow();
});

it("requests for the last free seats that come at the same moment do not get around that", () => {
  const { desk, take } = reservations();
  take("home", 4);
  desk.ask("home", { code: "AAAAA", free: 3 });
  desk.ask("home", { code: "AAAAA", free: 3 });
  expect(() => desk.ask("home", { code: "AAAAA", free: 3 })).toThrow("last_seat");
});

it("an address that lets seats lapse gets no last seat for a minute, and after some none at all", () => {
  const { clock, take } = reservations();
  take("home");
  clock.now = 6000;
  expect(() => take("home", 1)).toThrow("last_seat");
  take("home");
  clock.now = 12_000;
  expect(() => take("home")).toThrow("seats_lapsed?seconds=53");
  expect(() => take("friend")).not.toThrow();
  clock.now = 66_000;
  expect(() => take("home")).not.toThrow();
});

it("whoever comes at the same moment from the same address waits until the other one has sat down", async () => {
  const { desk, take } = reservations();
  await desk.takenBy("home", "AAAAA");
  const first = take("home", 2);
  let waited = false;
  const waiting = desk.takenBy("home", "AAAAA").then(() => {
    waited = true;
  });
  await desk.takenBy("home", "BBBBB");
  await desk.takenBy("friend", "AAAAA");
  expect(waited).toBe(false);
  desk.taken(first);
  await waiting;
  expect(() => take("home", 1)).not.toThrow();
});
