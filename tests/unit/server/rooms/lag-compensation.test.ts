import { Rewind } from "@colyseus/core";
import { describe, expect, it } from "vitest";
import { createLagCompensation } from "#server/rooms/lag-compensation.ts";
import { neutralInput } from "#shared/simulation/input.ts";
import { Action } from "#shared/simulation/types.ts";
import { addPlayer, createWorld } from "#shared/simulation/world.ts";
import { ArenaState } from "#shared/state/arena-state.ts";
import { PlayerState } from "#shared/state/player-state.ts";
import { SeatState } from "#shared/state/seat-state.ts";
import { PUSH, ticks } from "#shared/tunables.ts";
import { plain } from "../../../support/worlds.ts";

const PATCH_MS = 40;
/** Time of the patch with which the target is at tile 5: later than anybody looks back. */
const START = 1000;

/** A target that moved one tile per patch, to tile 15 after ten patches, and what attackers with a stamp see of it. */
function scene() {
  const state = new ArenaState();
  const world = createWorld(plain(), { seed: 1 });
  for (const id of ["attacker", "bot", "target"]) {
    const seat = new SeatState();
    seat.bot = id === "bot";
    state.seats.set(id, seat);
    state.players.set(id, new PlayerState());
    addPlayer(world, id, id, seat.bot);
  }
  const rewind = Rewind.get({}, { maxRewindMs: PUSH.maxRewindMs });
  let stamp = 0;
  rewind.bindRenderTime(() => stamp);
  const sightsOf = createLagCompensation(rewind, state);
  const target = world.players.get("target");
  const replica = state.players.get("target");
  if (target === undefined || replica === undefined) throw new Error("The target is missing.");
  for (let patch = -10; patch <= 10; patch++) {
    target.x = 5 + patch;
    replica.x = target.x;
    rewind.record(START + patch * PATCH_MS, PATCH_MS);
  }
  return {
    world,
    seen: (attacker: string, renderTime: number): number => {
      stamp = renderTime;
      const pusher = world.players.get(attacker);
      if (pusher === undefined) throw new Error("The attacker is missing.");
      Object.assign(pusher, { action: Action.Charging, x: target.x, y: target.y });
      const sights = sightsOf(world, new Map([[attacker, [neutralInput()]]]));
      return sights.get(attacker)?.get("target")?.x ?? target.x;
    },
  };
}

/** Rounding of a place on the wire (tiles). */
const NEAR = 2;

describe("lag compensation", () => {
  it("does not look back beyond the move to another arena", () => {
    const { seen, world } = scene();
    const moment = START + 8 * PATCH_MS;
    expect(seen("attacker", moment)).toBeCloseTo(13, NEAR);
    world.arena = { ...world.arena };
    world.tick += 1;
    expect(seen("attacker", moment)).toBe(15);
    world.tick += ticks(PUSH.maxRewindMs / 1000);
    expect(seen("attacker", moment)).toBe(15);
    world.tick += 1;
    expect(seen("attacker", moment)).toBeCloseTo(13, NEAR);
  });

  it("looks where the attacker's screen showed the target, also between two patches", () => {
    const { seen } = scene();
    expect(seen("attacker", START + 8 * PATCH_MS)).toBeCloseTo(13, NEAR);
    expect(seen("attacker", START + 7.5 * PATCH_MS)).toBeCloseTo(12.5, NEAR);
  });

  it("goes back no farther than its cap, and never ahead", () => {
    const { seen } = scene();
    const oldest = 15 - PUSH.maxRewindMs / PATCH_MS;
    expect(seen("attacker", 1)).toBeCloseTo(oldest, NEAR);
    expect(seen("attacker", 1e9)).toBeCloseTo(15, NEAR);
  });

  it("still goes back one millisecond less than the cap, and no farther for one more", () => {
    const { seen } = scene();
    const newest = START + 10 * PATCH_MS;
    const at = (ms: number) => seen("attacker", newest - ms);
    // A tile per patch: a millisecond is a fortieth of a tile, many times what a coordinate is rounded by.
    expect(at(PUSH.maxRewindMs - 1) - at(PUSH.maxRewindMs)).toBeCloseTo(1 / PATCH_MS, NEAR);
    expect(at(PUSH.maxRewindMs + 1)).toBe(at(PUSH.maxRewindMs));
  });

  it("sees the present for a bot, and for who has no clock yet", () => {
    const { seen } = scene();
    expect(seen("bot", START + 8 * PATCH_MS)).toBe(15);
    expect(seen("attacker", 0)).toBeCloseTo(15, NEAR);
  });
});
