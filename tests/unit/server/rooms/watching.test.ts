import { describe, expect, it } from "vitest";
import { PretendRoom } from "#lab/bench/pretend-room.ts";
import { hugeWorld, near, put } from "./huge-world.ts";

describe("interest", () => {
  it("shows somebody without a character what is near to whoever is ahead", () => {
    const world = hugeWorld();
    const room = new PretendRoom(world);
    room.join("ann");
    room.join("ben");
    put(world, "ann", 20, 36);
    put(world, "ben", 76, 36);
    const sam = room.watch("sam");
    const heard = (id: string, x: number) =>
      [{ type: "dash", tick: world.tick, id, x, y: 36, aim: 0 }] as const;
    for (const [id, x] of [
      ["ann", 20],
      ["ben", 76],
      ["ann", 20],
    ] as const) {
      const player = world.players.get(id);
      if (player !== undefined)
        player.knockouts = Math.max(...[...world.players.values()].map((p) => p.knockouts)) + 1;
      room.patch();
      expect(near(sam)).toEqual([id]);
      expect(room.shownTo(sam)).toEqual(["sam", id]);
      const before = sam.events.length;
      room.patch([...heard("ann", 20), ...heard("ben", 76)]);
      expect(sam.events.slice(before)).toEqual([...heard(id, x)]);
    }
  });

  it("shows somebody who gets a character its private numbers, and what is near to it", () => {
    const world = hugeWorld();
    const room = new PretendRoom(world);
    const ann = room.join("ann");
    put(world, "ann", 20, 36);
    const sam = room.watch("sam");
    room.patch();
    expect(near(sam)).toEqual(["ann"]);
    room.giveBody(sam);
    put(world, "sam", 76, 36);
    Object.assign(world.players.get("sam") ?? {}, { stamina: 77 });
    room.patch();
    expect(near(sam)).toEqual(["sam"]);
    expect(sam.seen.players.get("sam")).toMatchObject({ stamina: 77 });
    put(world, "sam", 22, 36);
    room.patch();
    expect(near(sam)).toEqual(["ann", "sam"]);
    expect(near(ann)).toEqual(["ann", "sam"]);
    expect(ann.seen.players.get("sam")?.stamina ?? 0).not.toBe(77);
  });
});
