import { describe, expect, it } from "vitest";
import { Crowd } from "#server/rooms/audience/crowd.ts";
import { nextRandom } from "#shared/random.ts";
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
    const place = () => {
      const at = crowd.order.indexOf(slot);
      return [crowd.xs[at], crowd.ys[at]];
    };
    expect([...place(), crowd.idAt[slot]]).toEqual([3, 4, "ben"]);
    expect(crowd.replicaAt[slot]).toBe(state.players.get("ben"));
    put(world, "ben", 5, 6);
    gather();
    expect([crowd.slotOf("ben"), ...place()]).toEqual([slot, 5, 6]);
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
    expect(crowd.xs[crowd.order.indexOf(slot)]).toBe(Number.POSITIVE_INFINITY);
    crowd.forget("ann");
    expect(crowd.slotOf("ann")).toBeUndefined();
    come("kim");
    gather();
    expect([crowd.slotOf("kim"), crowd.idAt[slot], crowd.size]).toEqual([slot, "kim", 2]);
  });

  it("has everybody from left to right while they run about, come and go", () => {
    const { world, crowd, gather, come } = scene(32);
    let dice = 3;
    const random = (): number => {
      const { state, value } = nextRandom(dice);
      dice = state;
      return value;
    };
    for (let turn = 0; turn < 200; turn++) {
      if (world.players.size < 30 && random() < 0.3) come(`p${turn}`);
      const gone = [...world.players.keys()].find(() => random() < 0.01);
      if (gone !== undefined) {
        crowd.forget(gone);
        removePlayer(world, gone);
      }
      for (const player of world.players.values())
        player.x = random() < 0.05 ? random() * 96 : player.x + random() - 0.5;
      gather();
      const found = Array.from(crowd.order.subarray(0, world.players.size), (slot) => crowd.idAt[slot] ?? "");
      const wanted = [...world.players.values()].sort((a, b) => a.x - b.x);
      expect(found.map((id) => world.players.get(id)?.x)).toEqual(wanted.map(({ x }) => x));
      expect(new Set(found)).toEqual(new Set(world.players.keys()));
      const x = random() * 96;
      expect(crowd.firstFrom(x)).toBe(wanted.filter((player) => player.x < x).length);
    }
  });

  it("says so when there are more than it has room for", () => {
    const { gather, come } = scene(1);
    come("ann");
    come("ben");
    expect(gather).toThrow("room for 1 characters");
  });
});
