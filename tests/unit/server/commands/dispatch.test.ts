import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { drawArena } from "#lab/draw-arena.ts";
import { type CommandRoom, command } from "#server/commands/command.ts";
import { Dispatch } from "#server/commands/dispatch.ts";
import { rematch } from "#server/commands/rematch.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { SeatState } from "#shared/state/seat-state.ts";

const double = command({
  payload: z.number(),
  rate: { perSecond: 1, burst: 2 },
  run: (_room, { id }, value) => ({ id, twice: 2 * value }),
});

/** A room with a seat for "a" that takes two commands, and a clock that is moved by hand. */
function scene() {
  const clock = { now: 0 };
  const world = createWorld(drawArena("SS"), { seed: 1 });
  const room: CommandRoom = {
    world,
    time: 0,
    stepP95: 0,
    takeQuickest: () => undefined,
    countVotes: vi.fn(),
    giveBody: vi.fn(),
  };
  addPlayer(world, "a", "Ann", false);
  const seat = new SeatState();
  const dispatch = new Dispatch(
    { double, rematch },
    room,
    (id) => (id === "a" ? seat : undefined),
    () => clock.now,
  );
  const client = (sessionId: string) => ({ sessionId, send: vi.fn() });
  return { clock, world, room, seat, dispatch, client };
}

describe("a command", () => {
  it("is done, and its answer goes to whoever gave it, under its name", () => {
    const { dispatch, client } = scene();
    const a = client("a");
    dispatch.give("double", a, 21);
    expect(a.send.mock.calls).toEqual([["double", { id: "a", twice: 42 }]]);
  });

  it("is done as often as its rate allows", () => {
    const { clock, dispatch, client } = scene();
    const a = client("a");
    for (let i = 0; i < 5; i++) dispatch.give("double", a, i);
    expect(a.send).toHaveBeenCalledTimes(2);
    clock.now = 1000;
    dispatch.give("double", a, 9);
    expect(a.send).toHaveBeenCalledTimes(3);
  });

  it("keeps the rate of somebody until they leave for good", () => {
    const { dispatch, client } = scene();
    const a = client("a");
    for (let i = 0; i < 3; i++) dispatch.give("double", a, i);
    dispatch.forget("a");
    dispatch.give("double", a, 3);
    expect(a.send).toHaveBeenCalledTimes(3);
  });

  it.each([
    ["with another payload", "double", "a", "21"],
    ["that there is not", "constructor", "a", undefined],
    ["from somebody without a seat", "double", "b", 1],
  ])("%s is left alone", (_what, name, id, payload) => {
    const { dispatch, client } = scene();
    const from = client(id);
    dispatch.give(name, from, payload);
    expect(from.send).not.toHaveBeenCalled();
  });

  it("is left alone when it may not be given now", () => {
    const { world, room, seat, dispatch, client } = scene();
    dispatch.give("rematch", client("a"), undefined);
    expect(seat.ready).toBe(false);
    world.phase = "results";
    const a = client("a");
    dispatch.give("rematch", a, undefined);
    expect(seat.ready).toBe(true);
    expect(room.countVotes).toHaveBeenCalledOnce();
    expect(a.send).not.toHaveBeenCalled();
  });
});
