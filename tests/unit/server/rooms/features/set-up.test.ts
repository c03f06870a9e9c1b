import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawArena } from "#lab/draw-arena.ts";
import { replicatePlan } from "#room/replicate-plan.ts";
import { endMatch } from "#server/commands/end-match.ts";
import { setUp } from "#server/commands/set-up.ts";
import { start } from "#server/commands/start.ts";
import type { Arena } from "#shared/arena/arena.ts";
import { brawl } from "#shared/simulation/modes/brawl.ts";
import { addMode, MODES } from "#shared/simulation/modes/table.ts";
import { PICKUP_NAMES } from "#shared/simulation/pickups/table.ts";
import { MATCH, ticks } from "#shared/tunables.ts";
import { roomScene } from "../../../../support/room-scene.ts";

function arena(id: string, maxPlayers = 16): Arena {
  return { ...drawArena("SSSSSS"), id, maxPlayers };
}

function scene(options: object = { lobby: true, timeLimit: 100 }) {
  const room = roomScene({
    arena: arena("meadow"),
    others: [arena("frost"), arena("sea", 128)],
    options,
    commands: { setUp, start, endMatch },
  });
  room.join("a");
  room.join("b");
  const why = (id: string, payload: object): unknown =>
    room.give(id, "setUp", payload).map(({ message }) => (message as { why: string }).why)[0];
  return { ...room, why };
}

beforeAll(() => {
  addMode({ ...brawl, id: "short", timeLimit: 60 });
  addMode({ ...brawl, id: "duel", maxPlayers: 1 });
});
afterAll(() => {
  for (const id of ["short", "duel"]) Reflect.deleteProperty(MODES, id);
});

describe("what the host sets up", () => {
  it("is there at once in the lobby, where everybody is taken along", () => {
    const { world, calls, why, leave } = scene();
    expect(why("b", { arena: "frost" })).toBe("host_only");
    expect(why("a", { arena: "frost" })).toBeUndefined();
    expect([world.arena.id, world.matchTicks, world.players.size]).toEqual(["frost", ticks(100), 2]);
    expect(calls.publish).toBeGreaterThan(0);
    leave("b");
  });

  it("leaves pickups out at any time, of which everybody is told", () => {
    const { world, state, give, why, pass } = scene();
    give("a", "start");
    pass(ticks(MATCH.countdown));
    expect(why("b", { pickupsOff: ["hook"] })).toBe("host_only");
    expect(why("a", { pickupsOff: ["hook", "anvil"] })).toBeUndefined();
    replicatePlan(world, state);
    expect(world.pickups.on).toEqual(["feather", "mega", "banana", "bubble"]);
    expect(state.pickupsOff).toBe("anvil,hook");
    expect(why("a", { pickupsOff: [] })).toBeUndefined();
    expect(world.pickups.on).toHaveLength(PICKUP_NAMES.length);
  });

  it("waits for the next match while the results are shown, and is refused while one is played", () => {
    const { world, give, why, pass } = scene();
    give("a", "start");
    expect(why("a", { arena: "frost" })).toBe("after_match");
    pass(ticks(MATCH.countdown));
    expect(why("a", { timeLimit: 300 })).toBe("after_match");
    give("a", "endMatch");
    expect(why("a", { arena: "frost" })).toBeUndefined();
    expect(why("a", { timeLimit: 300 })).toBeUndefined();
    expect([world.arena.id, world.next?.arena.id]).toEqual(["meadow", "frost"]);
    give("a", "start");
    expect([world.arena.id, world.matchTicks]).toEqual(["frost", ticks(300)]);
  });

  it("takes the length of another mode, unless the host says another one", () => {
    const { world, why } = scene();
    expect(why("a", { mode: "short" })).toBeUndefined();
    expect([world.mode.id, world.matchTicks]).toEqual(["short", ticks(60)]);
    expect(why("a", { mode: "brawl", timeLimit: 45 })).toBeUndefined();
    expect([world.mode.id, world.matchTicks]).toEqual(["brawl", ticks(45)]);
    expect(why("a", { timeLimit: 50 })).toBeUndefined();
    expect(world.matchTicks).toBe(ticks(50));
  });

  it.each([
    ["an arena that there is not", { arena: "nowhere" }, /^no_arena\?name=nowhere/],
    ["a mode that there is not", { mode: "constructor" }, /^no_mode/],
    ["a huge arena", { arena: "sea" }, /^own_room$/],
    ["a mode for a crowd", { mode: "stampede" }, /^own_room$/],
    ["both", { mode: "stampede", arena: "sea" }, /^own_room$/],
    ["a mode for fewer than are here", { mode: "duel" }, /^too_many_here\?seats=1&players=2$/],
    ["more bots than seats", { bots: 16 }, /^bots_range/],
  ])("is refused in words: %s", (_what, wanted, words) => {
    const { world, why } = scene();
    expect(why("a", wanted)).toMatch(words);
    expect([world.arena.id, world.mode.id, world.next]).toEqual(["meadow", "brawl", undefined]);
  });

  it("is about bots at any time", () => {
    const { state, give, why, calls } = scene();
    give("a", "start");
    expect(why("a", { bots: 3, botSkill: "hard" })).toBeUndefined();
    expect(calls.bots).toEqual([{ bots: 3, skill: "hard" }]);
    expect([state.bots, state.botSkill]).toEqual([3, "hard"]);
    expect(why("a", { bots: 3 })).toBeUndefined();
    expect(calls.bots).toHaveLength(1);
  });
});
