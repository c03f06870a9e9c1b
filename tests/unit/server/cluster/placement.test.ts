import { describe, expect, it } from "vitest";
import { choosePlace } from "#server/cluster/placement.ts";
import { type ProcessCard, readProcessCard } from "#server/cluster/process-card.ts";

function processWith(id: string, about: Partial<ProcessCard> = {}): ProcessCard {
  return { id, pid: 1, address: `/p/${id}`, state: "open", rooms: 0, players: 0, left: 100, ...about };
}

describe("the place of a new room", () => {
  it("is one of the two emptiest, by chance", () => {
    const processes = [
      processWith("a", { players: 30, rooms: 1 }),
      processWith("b", { players: 2, rooms: 3 }),
      processWith("c", { players: 2, rooms: 1 }),
    ];
    expect(choosePlace(processes, 0).id).toBe("c");
    expect(choosePlace(processes, 0.99).id).toBe("b");
  });

  it("is none that is drained or full", () => {
    const processes = [
      processWith("a", { state: "draining" }),
      processWith("b", { refusal: "rooms_full" }),
      processWith("c", { players: 200 }),
    ];
    for (const roll of [0, 0.5, 0.99]) expect(choosePlace(processes, roll).id).toBe("c");
  });

  it("is refused with what the open ones say, or because all are going down", () => {
    const full = processWith("a", { refusal: "rooms_full" });
    const draining = processWith("b", { state: "draining", refusal: "server_busy" });
    expect(() => choosePlace([draining, full], 0)).toThrow("rooms_full");
    expect(() => choosePlace([draining], 0)).toThrow("going_down");
    expect(() => choosePlace([], 0)).toThrow("going_down");
  });

  it("has room for the bots and whoever brings them, or says how many there are at most", () => {
    const processes = [processWith("a", { left: 20 }), processWith("b", { left: 40, players: 30 })];
    for (const roll of [0, 0.99]) expect(choosePlace(processes, roll, 20).id).toBe("b");
    expect(choosePlace(processes, 0, 19).id).toBe("a");
    expect(() => choosePlace(processes, 0, 40)).toThrow("bots_of_server?count=39&wanted=40");
    expect(choosePlace([processWith("c", { left: 0 })], 0).id).toBe("c");
  });
});

describe("what a process tells of itself", () => {
  it("is read as it was written", () => {
    const card = processWith("a", { refusal: "rooms_full" });
    expect(readProcessCard(JSON.stringify(card))).toEqual(card);
  });

  it.each([
    "",
    "{",
    "[]",
    '{"id":"a"}',
    '{"id":"a","pid":1,"address":"","state":"odd","rooms":0,"players":0}',
  ])("is nothing when it is %j", (text) => expect(readProcessCard(text)).toBeUndefined());
});
