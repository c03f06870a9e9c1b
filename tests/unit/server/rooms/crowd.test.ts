import { describe, expect, it } from "vitest";
import { Crowd } from "#server/rooms/audience/crowd.ts";
import { addPlayer, removePlayer } from "#shared/simulation/world.ts";
import { HugeArenaState } from "#shared/state/arena-state.ts";
import { PlayerState } from "#shared/state/player-state.ts";
import { hugeWorld, put } from "./huge-world.ts";

function scene(most: number) {
  const world = hugeWorld();
  const state = new HugeArenaState();
  const crowd = new Crowd(most);
  const gather = () => crowd.gather(world.players.values(), state);
  const come = (id: string) => {
    addPlayer(world, id, id, false);
    state.players.set(id, new PlayerState());
  };
  return { world, state, crowd, gather, come };
}

describe("crowd", () => {
  it("keeps a slot for each, with where they are", () => {
    const { world, state, crowd, gather, come } = scene(4);
    come("ann");
    come("ben");
    put(world, "ben", 3, 4);
    gather();
    const slot = crowd.slotOf("ben") ?? -1;
    expect([crowd.xs[slot], crowd.ys[slot], crowd.idAt[slot]]).toEqual([3, 4, "ben"]);
    expect(crowd.replicaAt[slot]).toBe(state.players.get("ben"));
    put(world, "ben", 5, 6);
    gather();
    expect([crowd.slotOf("ben"), crowd.xs[slot], crowd.ys[slot]]).toEqual([slot, 5, 6]);
  });

  it("has no slot for whoever is not in the state", () => {
    const { world, crowd, gather } = scene(4);
    addPlayer(world, "ann", "ann", false);
    gather();
    expect([crowd.slotOf("ann"), crowd.size]).toEqual([undefined, 0]);
  });

  it("puts whoever is gone infinitely far away, and gives their slot to the next when they are forgotten", () => {
    const { world, crowd, gather, come } = scene(2);
    come("ann");
    come("ben");
    gather();
    const slot = crowd.slotOf("ann") ?? -1;
    removePlayer(world, "ann");
    gather();
    expect(crowd.xs[slot]).toBe(Number.POSITIVE_INFINITY);
    crowd.forget("ann");
    expect(crowd.slotOf("ann")).toBeUndefined();
    come("kim");
    gather();
    expect([crowd.slotOf("kim"), crowd.idAt[slot], crowd.size]).toEqual([slot, "kim", 2]);
  });

  it("says so when there are more than it has room for", () => {
    const { gather, come } = scene(1);
    come("ann");
    come("ben");
    expect(gather).toThrow("room for 1 characters");
  });
});
