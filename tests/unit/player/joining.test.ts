import { describe, expect, it } from "vitest";
import { endOf, isGone, refusalCode } from "#player/ends.ts";
import { joinWithin } from "#player/join-within.ts";
import { Mailbox } from "#player/mailbox.ts";
import { HandClock } from "../../support/hand-clock.ts";

describe("joining within a time", () => {
  function joining() {
    const clock = new HandClock();
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const left: string[] = [];
    const limit = { ms: 20_000, after: clock.after.bind(clock) };
    return { clock, resolve, reject, left, joined: joinWithin(limit, promise, (late) => left.push(late)) };
  }

  it("gives whoever is let in", async () => {
    const { clock, resolve, joined, left } = joining();
    clock.pass(19_999);
    resolve("Ann");
    expect(await joined).toBe("Ann");
    clock.pass(1);
    expect(left).toEqual([]);
  });

  it("says that it takes too long, and lets nobody stay who comes after that", async () => {
    const { clock, resolve, joined, left } = joining();
    clock.pass(20_000);
    await expect(joined).rejects.toThrow("within 20 s");
    resolve("Ann");
    await Promise.resolve();
    expect(left).toEqual(["Ann"]);
  });

  it("passes a refusal on", async () => {
    const { reject, joined } = joining();
    reject(new Error("room_full"));
    await expect(joined).rejects.toThrow("room_full");
  });
});

describe("messages", () => {
  it("that come before anybody listens wait for the first who does", () => {
    const box = new Mailbox<number>();
    const [first, second]: number[][] = [[], []];
    box.deliver(1);
    box.listen((message) => first?.push(message));
    box.listen((message) => second?.push(message));
    box.deliver(2);
    expect([first, second]).toEqual([[1, 2], [2]]);
  });

  it("do not pile up where nobody listens", () => {
    const box = new Mailbox<number>();
    for (let message = 0; message < 1000; message++) box.deliver(message);
    const heard: number[] = [];
    box.listen((message) => void heard.push(message));
    expect([heard.length, heard.at(-1)]).toEqual([100, 999]);
  });
});

describe("a refusal", () => {
  it("has the code that the server gave, or none where nobody answered", () => {
    expect(refusalCode(Object.assign(new Error("no"), { code: 429 }))).toBe(429);
    expect([new Error("no"), undefined, { code: "ECONNREFUSED" }].map(refusalCode)).toEqual([0, 0, 0]);
  });

  it.each([
    [404, true],
    [410, true],
    [524, true],
    [0, false],
    [503, false],
  ])("by code %i says that it is gone for good: %s", (code, gone) => {
    expect(isGone({ code })).toBe(gone);
  });
});

describe("the end of a session", () => {
  it.each([
    [4000, "left"],
    [4001, "goingDown"],
    [1001, "goingDown"],
    [4002, "putOut"],
    [1000, "roomClosed"],
    [4003, "lost"],
    [1006, "lost"],
    [0, "lost"],
  ] as const)("by code %i is %s", (code, end) => {
    expect(endOf(code)).toBe(end);
  });
});
