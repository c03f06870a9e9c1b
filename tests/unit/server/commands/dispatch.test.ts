import { describe, expect, it } from "vitest";
import { z } from "zod";
import { command } from "#server/commands/command.ts";
import { rematch } from "#server/commands/rematch.ts";
import { roomScene } from "../../../support/room-scene.ts";

const double = command({
  payload: z.number(),
  rate: { perSecond: 1, burst: 2 },
  by: "anybody",
  run: (_room, { id }, value) => ({ id, twice: 2 * value }),
});

const close = command({
  payload: z.undefined(),
  rate: { perSecond: 5, burst: 5 },
  by: "host",
  run: () => "closed",
});

/** A room in which "a" is the host, "b" plays and "c" watches. */
function scene() {
  const room = roomScene({ commands: { double, rematch, close } });
  room.join("a");
  room.join("b");
  room.join("c", { plays: false });
  return room;
}

describe("a command", () => {
  it("is done, and its answer goes to whoever gave it, under its name", () => {
    const { give } = scene();
    expect(give("a", "double", 21)).toEqual([{ to: "a", type: "double", message: { id: "a", twice: 42 } }]);
  });

  it("is done as often as its rate allows", () => {
    const { clock, give } = scene();
    expect(Array.from({ length: 5 }, () => give("a", "double", 1).length)).toEqual([1, 1, 0, 0, 0]);
    clock.now = 1000;
    expect(give("a", "double", 9)).toHaveLength(1);
  });

  it("keeps the rate of somebody until they leave for good", () => {
    const { give, leave, join } = scene();
    for (let i = 0; i < 3; i++) give("a", "double", i);
    leave("a");
    join("a");
    expect(give("a", "double", 3)).toHaveLength(1);
  });

  it.each([
    ["with another payload", "double", "a", "21"],
    ["that there is not", "constructor", "a", undefined],
    ["from somebody without a seat", "double", "x", 1],
  ])("%s is left alone", (_what, name, id, payload) => {
    expect(scene().give(id, name, payload)).toEqual([]);
  });

  it("is refused with a reason when it may not be given now", () => {
    const { world, state, give } = scene();
    expect(give("a", "rematch")).toEqual([
      { to: "a", type: "refused", message: { command: "rematch", why: "no_vote_now" } },
    ]);
    world.phase = "results";
    expect(give("a", "rematch")).toEqual([]);
    expect(state.seats.get("a")?.ready).toBe(true);
  });

  it.each([
    ["by who plays, of the host", "b", "close", "host_only"],
    ["by who watches, of the host", "c", "close", "host_only"],
    ["by who watches, of players", "c", "rematch", "players_only"],
  ])("is refused when it is given %s", (_what, id, name, why) => {
    expect(scene().give(id, name)).toEqual([{ to: id, type: "refused", message: { command: name, why } }]);
  });

  it("of the host is done for the host", () => {
    expect(scene().give("a", "close")).toEqual([{ to: "a", type: "close", message: "closed" }]);
  });
});
