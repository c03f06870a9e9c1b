import { describe, expect, it } from "vitest";
import { PretendRoom } from "#lab/bench/pretend-room.ts";
import { hugeWorld } from "../server/rooms/huge-world.ts";

describe("replicate", () => {
  it("tells pages of each tile that crumbles and comes back, and of nothing while none does", () => {
    const world = hugeWorld();
    const room = new PretendRoom(world);
    const ann = room.join("ann");
    room.patch();
    const { crumblePhases } = world;
    expect(crumblePhases.length).toBeGreaterThan(100);
    for (const [tile, phase] of [
      [0, 1],
      [crumblePhases.length - 1, 1],
      [0, 2],
      [7, 1],
      [0, 0],
    ] as const) {
      crumblePhases[tile] = phase;
      room.patch();
      expect([...ann.seen.crumbles]).toEqual([...crumblePhases]);
    }
    const { length } = ann.frames;
    room.patch();
    expect(ann.frames.slice(length)).toEqual([]);
  });
});
