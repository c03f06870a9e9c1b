import { describe, expect, it } from "vitest";
import { COMMANDS } from "#server/commands/table.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import { TICK_RATE } from "#shared/tunables.ts";
import { roomScene } from "../../../../support/room-scene.ts";

/** A room of Ann, who is the host, Ben, Cleo and Dora; Ben has a second tab. */
function scene() {
  const room = roomScene({ commands: COMMANDS });
  room.join("ann");
  room.join("ben", { address: "192.0.2.7" });
  room.join("cleo", { address: "192.0.2.7" });
  room.join("dora");
  room.join("ben-2", { guest: "guest-ben", address: "192.0.2.9" });
  const applicant = (guest: string, from = "192.0.2.50") => ({ guest, from, role: "player", password: "" });
  return {
    ...room,
    knocks: (guest: string, from?: string) => room.features.refuse(applicant(guest, from)),
    refusal: (id: string, name: string, payload?: unknown) =>
      room.give(id, name, payload).find(({ type }) => type === "refused")?.message,
    notices: (to: string) =>
      room.sent.filter((one) => one.to === to && one.type === "notice").map(({ message }) => message),
    /** Lets seconds pass in which nobody but the named person does anything. */
    pass(seconds: number, doing?: string) {
      for (let second = 0; second < seconds; second++) {
        room.world.tick += TICK_RATE;
        const inputs = new Map([...room.features.people.keys()].map((id) => [id, [neutralInput()]]));
        if (doing !== undefined) inputs.set(doing, [{ ...neutralInput(), aim: second }]);
        room.features.beforeStep(inputs);
      }
    },
  };
}

describe("who is put out by the host", () => {
  it("goes with all their tabs, and stays out under any name; others from their address may come", () => {
    const { give, expelled, knocks, notices } = scene();
    give("ann", "kick", { id: "ben" });
    expect(expelled).toEqual([
      { id: "ben", reason: "kicked" },
      { id: "ben-2", reason: "kicked" },
    ]);
    expect(knocks("guest-ben")).toBe("kicked");
    expect(knocks("guest-zoe", "192.0.2.7")).toBeUndefined();
    expect(notices("cleo")).toEqual([{ text: "was_kicked?name=ben" }]);
  });

  it("takes the address along when the host says so; those from it who are in stay", () => {
    const { give, expelled, knocks } = scene();
    give("ann", "kick", { id: "ben", address: true });
    expect(knocks("guest-zoe", "192.0.2.7")).toBe("kicked");
    expect(knocks("guest-zoe", "192.0.2.8")).toBeUndefined();
    expect(expelled.map(({ id }) => id)).not.toContain("cleo");
  });

  it("does not take the address of the host along", () => {
    const { refusal, expelled } = scene();
    expect(refusal("ann", "kick", { id: "dora", address: true })).toEqual({
      command: "kick",
      why: "own_address",
    });
    expect(expelled).toEqual([]);
  });

  it("is not another tab of the host", () => {
    const { refusal, join } = scene();
    join("ann-2", { guest: "guest-ann" });
    expect(refusal("ann", "kick", { id: "ann-2" })).toMatchObject({ why: "not_yourself" });
  });

  it.each([
    ["themselves", "ann", "not_yourself"],
    ["somebody who is not here", "zoe", "nobody_there"],
    ["what is no id", "__proto__", "nobody_there"],
  ])("is not %s", (_who, id, why) => {
    const { refusal, expelled } = scene();
    expect(refusal("ann", "kick", { id })).toEqual({ command: "kick", why });
    expect(expelled).toEqual([]);
  });
});

describe("who is muted by the host", () => {
  it("is so in all their tabs and when they come back, until the host lets them talk", () => {
    const { give, leave, join, state, features } = scene();
    give("ann", "mute", { id: "ben", muted: true });
    expect(state.seats.get("ben-2")?.muted).toBe(true);
    leave("ben");
    join("ben");
    expect(features.all.order.isMuted("ben")).toBe(true);
    give("ann", "mute", { id: "ben-2", muted: false });
    expect(features.all.order.isMuted("ben")).toBe(false);
  });
});

describe("a room that its host locks", () => {
  it("lets nobody in and is in no list, until it is opened again", () => {
    const { give, state, knocks, calls } = scene();
    const told = calls.publish;
    give("ann", "lock", { locked: true });
    expect([state.locked, knocks("guest-zoe")]).toEqual([true, "room_locked?code=ABCDE"]);
    give("ann", "lock", { locked: false });
    expect([state.locked, knocks("guest-zoe")]).toEqual([false, undefined]);
    expect(calls.publish).toBe(told + 2);
  });
});

describe("a host who hands over", () => {
  it("has no power any more, and everybody is told", () => {
    const { give, refusal, state, notices } = scene();
    give("ann", "handOver", { id: "cleo" });
    expect(state.hostId).toBe("cleo");
    expect(refusal("ann", "kick", { id: "ben" })).toEqual({ command: "kick", why: "host_only" });
    expect(notices("cleo")).toEqual([{ text: "you_are_host" }]);
    expect(notices("dora")).toEqual([{ text: "new_host?name=cleo" }]);
  });

  it("cannot hand over to who has no connection", () => {
    const { refusal, state } = scene();
    const cleo = state.seats.get("cleo");
    if (cleo !== undefined) cleo.connected = false;
    expect(refusal("ann", "handOver", { id: "cleo" })).toEqual({ command: "handOver", why: "not_connected" });
  });
});

describe("a vote of the others", () => {
  it("is refused while the host is there: plays, or gives commands", () => {
    const { refusal, pass, give } = scene();
    pass(40, "ann");
    expect(refusal("cleo", "voteKick", { id: "ben" })).toEqual({ command: "voteKick", why: "host_is_there" });
    pass(29);
    give("ann", "lock", { locked: true });
    pass(29);
    expect(refusal("cleo", "voteKick", { id: "ben" })).toMatchObject({ why: "host_is_there" });
  });

  it("waits for the answer of a new host, too", () => {
    const { give, refusal, pass } = scene();
    pass(31);
    give("ann", "handOver", { id: "dora" });
    expect(refusal("cleo", "voteKick", { id: "ben" })).toMatchObject({ why: "host_is_there" });
    pass(31);
    expect(refusal("cleo", "voteKick", { id: "ben" })).toBeUndefined();
  });

  it("puts somebody out by a majority once nothing was heard of the host for 30 s", () => {
    const { give, pass, expelled, notices } = scene();
    pass(31);
    give("cleo", "voteKick", { id: "ben" });
    give("cleo", "voteKick", { id: "ben" });
    expect(notices("dora").at(-1)).toEqual({ text: "kick_vote?name=ben&votes=1&of=2" });
    expect(expelled).toEqual([]);
    give("dora", "voteKick", { id: "ben" });
    expect(expelled.map(({ id }) => id)).toEqual(["ben", "ben-2"]);
  });

  it("is possible at once when the line of the host is cut, and may be about the host", () => {
    const { give, state, expelled } = scene();
    const ann = state.seats.get("ann");
    if (ann !== undefined) ann.connected = false;
    for (const id of ["ben", "ben-2"]) give(id, "voteKick", { id: "ann" });
    expect(expelled).toEqual([]);
    give("cleo", "voteKick", { id: "ann" });
    expect(expelled.map(({ id }) => id)).toEqual(["ann"]);
    expect(state.hostId).toBe("ben");
  });

  it("lapses after a minute", () => {
    const { give, pass, expelled } = scene();
    pass(31);
    give("cleo", "voteKick", { id: "ben" });
    pass(61);
    give("dora", "voteKick", { id: "ben" });
    expect(expelled).toEqual([]);
  });

  it("of somebody who has gone does not count", () => {
    const { give, pass, leave, expelled } = scene();
    pass(31);
    give("cleo", "voteKick", { id: "ben" });
    leave("cleo");
    give("dora", "voteKick", { id: "ben" });
    expect(expelled).toEqual([]);
  });

  it("cannot be about another tab of whoever votes", () => {
    const { refusal, pass } = scene();
    pass(31);
    expect(refusal("ben-2", "voteKick", { id: "ben" })).toMatchObject({ why: "not_yourself" });
  });
});
